extension RepeatedStrategy {
  /// All strategies with a name here: those that tournaments made known, by kinds.
  ///
  /// Names and rules are those of the deterministic strategies of the Axelrod library, version 4.14.
  public static let named =
    sequences + machines + majorities + retaliators + probers + recognisers
    + calculators + evolved
}
