package dev.ticketing.testing.container;

import dev.ticketing.platform.aggregate.Aggregate;
import java.io.File;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Enterprise applications of one domain each, put together from what the build has made: the
 * domain's module as it is packaged, with tests inside it, and the libraries of the whole product.
 * Of the product's channels they have the domain's own, since the server starts no application
 * whose channels nobody serves.
 */
public final class Deployments {

  private static final String CHANNELS = "META-INF/microprofile-config.properties";
  private static final String PLATFORM = "ticketing-platform";

  private static final String APPLICATION =
      """
      <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
      %s
        <library-directory>lib</library-directory>
      </application>
      """;

  private static final String WEB_MODULE =
      "<module><web><web-uri>%s</web-uri><context-root>%s</context-root></web></module>";

  private static final String EJB_MODULE = "<module><ejb>%s</ejb></module>";

  private Deployments() {}

  /**
   * @param domain what its channels' names begin with
   * @param contextRoot as in the product
   */
  public static EnterpriseArchive of(String domain, String contextRoot, WebArchive war) {
    String module = WEB_MODULE.formatted(war.getName(), contextRoot);
    return withLibraries(domain).addAsModule(war).setApplicationXML(applicationXml(module));
  }

  /**
   * With a module of enterprise beans, of which the web module is the face.
   *
   * @param ejbs that module
   */
  public static EnterpriseArchive of(
      String domain, String contextRoot, WebArchive war, JavaArchive ejbs) {
    String modules =
        EJB_MODULE.formatted(ejbs.getName()) + WEB_MODULE.formatted(war.getName(), contextRoot);
    return withLibraries(domain)
        .addAsModule(ejbs)
        .addAsModule(war)
        .setApplicationXML(applicationXml(modules));
  }

  /** The jar that a class comes from, as the build has packaged it. */
  public static JavaArchive builtJar(String name, Class<?> content) {
    return ShrinkWrap.create(ZipImporter.class, name)
        .importFrom(Libraries.jarOf(content))
        .as(JavaArchive.class);
  }

  private static EnterpriseArchive withLibraries(String domain) {
    EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, domain + ".ear");
    ear.addAsLibrary(platformWithChannelsOf(domain));
    Libraries.ofThePlatform().forEach(ear::addAsLibrary);
    return ear;
  }

  /** The web module that the build has packaged, with the probes that tests in it may use. */
  public static WebArchive builtWar(String name) {
    return ShrinkWrap.create(ZipImporter.class, name)
        .importFrom(new File(System.getProperty("module.file")))
        .as(WebArchive.class)
        .addPackage("dev.ticketing.testing.probe")
        .addAsLibraries(Libraries.ofTests());
  }

  private static StringAsset applicationXml(String modules) {
    return new StringAsset(APPLICATION.formatted(modules));
  }

  private static JavaArchive platformWithChannelsOf(String domain) {
    JavaArchive library = builtJar(PLATFORM + ".jar", Aggregate.class);
    String all = Archives.text(library, CHANNELS);
    Pattern foreign =
        Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.(?!" + domain + "-).*");
    String own =
        all.lines()
            .filter(line -> !foreign.matcher(line).matches())
            .collect(Collectors.joining("\n"));
    library.delete(CHANNELS);
    library.addAsManifestResource(new StringAsset(own), "microprofile-config.properties");
    return library;
  }
}
