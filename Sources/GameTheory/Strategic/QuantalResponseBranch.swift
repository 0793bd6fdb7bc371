/// The principal branch of logit quantal response equilibria, followed from play at random.
///
/// At precision 0 every strategy is equally likely, and from there one curve leads on: the principal branch. It may
/// turn back for a while, so that a precision is passed several times; the equilibrium that is told is
/// the one that is come to first. As precision grows without end it leads to a Nash equilibrium, in almost
/// all games.
///
/// The curve is followed in logarithms of probabilities by steps along its tangent, each corrected by
/// Newton's method. Every equilibrium has its certificate. That it lies on the principal branch has none: it rests
/// on steps that turn by little and are corrected by little. Where another branch crosses, which only
/// happens in games that are special, symmetric ones for example, the curve is followed straight on, and that is told.
///
/// - Source: McKelvey and Palfrey (1995), theorem 3; Turocy, A dynamic homotopy interpretation of the logistic
///   quantal response equilibrium correspondence, Games and Economic Behavior 51 (2005), sections 2 and 3;
///   Allgower and Georg, Numerical Continuation Methods (1990), chapters 6 and 8.
public struct QuantalResponseBranch: Sendable {
  /// How following the branch ended.
  public enum End: Sendable, Equatable {
    /// With all precisions that were asked for.
    case complete
    /// Steps became too small to go on, at a precision.
    case stuck(precision: Double)
    /// As many steps as allowed were taken, up to a precision.
    case stepLimit(precision: Double)
    /// A precision is negative or not finite, or larger than numbers allow; nothing was done.
    case notPossible(precision: Double)
  }

  /// How finely the branch is followed.
  public struct Effort: Sendable, Equatable {
    /// How far, in logarithms of probabilities, a step's first correction is meant to go.
    public var correction: Double
    /// How many steps may be tried.
    public var stepLimit: Int

    /// Creates an effort.
    ///
    /// - Parameters:
    ///   - correction: how far a step's first correction is meant to go; above 0.
    ///   - stepLimit: how many steps may be tried.
    public init(correction: Double = 0.02, stepLimit: Int = 20_000) {
      self.correction = correction
      self.stepLimit = stepLimit
    }
  }

  /// The equilibria that were reached, in ascending order of precision, each precision once.
  public let responses: [QuantalResponse]
  /// How it ended: what is missing in the responses lies beyond.
  public let end: End
  /// At which precisions the branch turned, back or forth.
  public let turns: [Double]
  /// Between which precisions it was crossed by another branch, as far as that changes orientation.
  public let crossings: [(Double, Double)]
  /// How many steps were taken.
  public let stepCount: Int

  /// Follows the branch.
  ///
  /// - Parameters:
  ///   - game: the game; payoffs are finite.
  ///   - precisions: the precisions to tell of, in whatever order.
  ///   - effort: how finely the branch is followed.
  /// - Complexity: O(*players* × *profiles* + *strategies*³) for each correction, of which there are mostly
  ///   three in each of some hundred steps.
  public init(
    of game: StrategicGame<Double>,
    at precisions: [Double],
    effort: Effort = Effort()
  ) {
    let system = LogitSystem(game)
    if let bad = precisions.first(where: { !($0 >= 0 && ($0 * system.range).isFinite) }) {
      (responses, end, turns, crossings, stepCount) = ([], .notPossible(precision: bad), [], [], 0)
      return
    }
    var wanted: [Double] = []
    for precision in precisions.sorted() where wanted.last != precision { wanted.append(precision) }
    var trace = LogitTrace(system, effort)
    var found: [QuantalResponse] = []
    var failure: LogitTrace.Failure?
    for precision in wanted {
      do throws(LogitTrace.Failure) {
        let strategies = try trace.strategies(at: precision * system.range)
        found.append(QuantalResponse(strategies, precision: precision, in: game))
      } catch {
        failure = error
        break
      }
    }
    responses = found
    let here = trace.level / system.range
    switch failure {
    case nil: end = .complete
    case .stuck: end = .stuck(precision: here)
    case .stepLimit: end = .stepLimit(precision: here)
    }
    turns = trace.turns.map { $0 / system.range }
    crossings = trace.crossings.map { ($0.0 / system.range, $0.1 / system.range) }
    stepCount = trace.stepCount
  }
}
