/// What it takes for a state to be stable for a decision maker i, who could move to states that it likes better.
///
/// Each improvement of i must be *sanctioned*: the others can answer it so that the state that results is not
/// better for i than the one it left. The concepts differ in what answers count. The others act by legal sequences
/// of moves, in which nobody moves twice in a row (``GroupList``).
///
/// - Nash stable states are sequentially and generally metarationally stable, since nothing needs a sanction.
/// - Symmetric metarational, sequential and symmetric sequential stability each imply general
///   metarationality; symmetric sequential stability implies sequential and symmetric metarational stability.
/// - Source: Nash (1951); Howard, Paradoxes of Rationality (1971); Fraser and Hipel, Conflict Analysis: Models
///   and Resolutions (1984); Fang, Hipel and Kilgour, Interactive Decision Making (1993), chapter 3; Rêgo and
///   Vieira, Symmetric sequential stability in the graph model (2017).
public enum StabilityConcept: Sendable, Hashable, CaseIterable {
  /// There is no improvement.
  case nash
  /// General metarationality: each improvement is sanctioned by some sequence of the others' moves.
  case generalMetarational
  /// Symmetric metarationality: the same, and from where it ends i has no move to a state better than its own.
  case symmetricMetarational
  /// Sequential stability: each improvement is sanctioned by a sequence of the others' improvements.
  case sequential
  /// Symmetric sequential stability: the same, and from where it ends i has no move to a better state.
  case symmetricSequential

  /// Whether sanctions are sequences of improvements.
  public var needsCredibleSanctions: Bool { self == .sequential || self == .symmetricSequential }

  /// Whether a sanction must leave no escape.
  public var forbidsEscape: Bool {
    self == .symmetricMetarational || self == .symmetricSequential
  }
}
