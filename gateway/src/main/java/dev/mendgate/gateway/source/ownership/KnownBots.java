package dev.mendgate.gateway.source.ownership;

import java.util.List;

/** Names and addresses that programs are known to commit under, in upper or lower case. */
final class KnownBots {
  private static final List<String> PATTERNS =
      List.of(
          "*[bot]",
          "*[bot]@*",
          "*-bot",
          "*_bot",
          "dependabot*",
          "*@dependabot.com",
          "renovate*",
          "*@renovateapp.com",
          "github-actions*",
          "github action",
          "action@github.com",
          "gitlab-bot*",
          // Access tokens of GitLab's projects and groups.
          "project_*_bot*@*",
          "group_*_bot*@*",
          "*@travis-ci.*",
          "jenkins@*",
          // People who hide their address have one of their own: 1234+name@users.noreply...
          "noreply@*",
          "no-reply@*",
          "donotreply@*",
          "do-not-reply@*");

  private KnownBots() {}

  static List<Glob> patterns() {
    return PATTERNS.stream().map(pattern -> Glob.of(pattern, Glob.Kind.ANY_CASE)).toList();
  }
}
