// What the codes of the `voting` section mean.
extension ScenarioCode {
  /// The title of a code on voting rules, and how to mend what it is about.
  var votingPage: (String, String) {
    guard self == .improperVoting else {
      return (
        "a voting rule is none",
        """
        A voting rule has weights, each at least 0, and a quota above 0 and at most what all have together: voting: \
        [{ id: "council", quota: 5, weights: { us: 4, russia: 2, china: 1 } }]. With also: [{ quota, weights }, ...] \
        further conditions must be met too.
        """
      )
    }
    return (
      "a voting rule is odd",
      """
      Where two separate coalitions can both win, two opposite motions can both pass: the quota should be above half \
      of the weights. Voters that are no players are named in voters, and each should have a weight.
      """
    )
  }
}
