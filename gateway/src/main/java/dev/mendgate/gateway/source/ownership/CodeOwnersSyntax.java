package dev.mendgate.gateway.source.ownership;

/**
 * Whose reading of a CODEOWNERS file applies. Lines that the forge would refuse are passed over.
 */
public enum CodeOwnersSyntax {
  /** One list of rules; {@link GithubRules}. */
  GITHUB,
  /** Sections, exclusions, roles; {@link GitlabRules}. */
  GITLAB;

  CodeOwners parse(String text) {
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return this == GITHUB ? GithubRules.parse(whole) : new GitlabRules().parse(whole);
  }
}
