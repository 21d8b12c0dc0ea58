package dev.ticketing.operations;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String built = Operations.class.getPackage().getImplementationVersion();
    return new String[] {built == null ? "not packaged" : built};
  }
}
