package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.application.provider.Identities;
import dev.ticketing.auth.domain.Identity;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.platform.persistence.IndexesAtStartup.Index;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bson.Document;

/** Finds users by the subjects in their documents, of which no two users have the same. */
@ApplicationScoped
public class IdentityDocuments implements Identities {

  private MongoCollection<Document> users;

  /** For the container's proxy. */
  protected IdentityDocuments() {}

  @Inject
  public IdentityDocuments(AuthDomain domain) {
    this(domain.store().collection(UserDocuments.COLLECTION));
  }

  IdentityDocuments(MongoCollection<Document> users) {
    this.users = users;
  }

  static Index index(Provider provider) {
    return Index.unique(UserDocuments.COLLECTION, ascending(fieldOf(provider)));
  }

  private static String fieldOf(Provider provider) {
    return provider.slug() + "Subject";
  }

  @Override
  public Optional<UserView> find(Identity identity) {
    return Optional.ofNullable(
            users.find(eq(fieldOf(identity.provider()), identity.subject())).first())
        .map(UserDocuments::viewOf);
  }
}
