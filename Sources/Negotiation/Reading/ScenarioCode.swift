/// The mistakes that a scenario can have, each under a stable code.
public enum ScenarioCode: String, Sendable, CaseIterable {
  /// A value has the wrong type.
  case type = "S001"
  /// A key is not known.
  case unknownKey = "S002"
  /// A key is missing.
  case missingKey = "S003"
  /// An id is given twice.
  case duplicateID = "S004"
  /// An id is not well formed.
  case malformedID = "S005"
  /// A name stands for nothing.
  case unknownName = "S006"
  /// An expression cannot be read.
  case expression = "S007"
  /// An expression divides by something other than a number that is not 0.
  case division = "S008"
  /// Derived parameters depend on each other in a circle.
  case derivedCycle = "S009"
  /// A range is not a range.
  case range = "S010"
  /// A value lies outside its range.
  case outsideRange = "S011"
  /// The format is another version's.
  case format = "S012"
  /// A player has nothing to decide.
  case idlePlayer = "S013"
  /// A patience is not a share.
  case patience = "S014"
  /// A decision is none.
  case options = "S015"
  /// There are too many outcomes.
  case tooManyOutcomes = "S016"
  /// The status quo leaves a decision open.
  case statusQuo = "S017"
  /// A condition can never hold.
  case condition = "S018"
  /// Scenarios inherit from each other in a circle.
  case inheritanceCycle = "S019"
  /// A file cannot be used.
  case file = "S020"
  /// A test of a claim has no form, or several.
  case claimForm = "S021"
  /// The priors of a player's motives do not sum to 1.
  case priors = "S022"
  /// A move sees what comes later.
  case moveOrder = "S023"
  /// A sweep cannot be run.
  case sweep = "S024"
  /// A path leads to no number.
  case path = "S025"
  /// There are no players, or no decisions.
  case nothingToPlay = "S026"
  /// What is to be deleted is not inherited.
  case deletion = "S027"
  /// A date is none.
  case date = "S028"
  /// A text has a control character.
  case controlCharacter = "S029"
  /// Nothing is said of what a number rests on.
  case noReason = "S030"
  /// A stake is in something that nothing moves.
  case idleStake = "S031"
  /// A parameter is not used.
  case unusedParameter = "S032"
  /// Nobody has a stake in an interest.
  case unwantedInterest = "S033"
  /// A condition excludes nothing.
  case redundantCondition = "S034"
  /// An expression is replaced by a number.
  case replacedExpression = "S035"
  /// A constraint between parameters cannot be read, or the scenario's own values violate it.
  case constraint = "S036"
  /// A distribution is none.
  case distribution = "S037"
  /// A value does not go with the kind of its parameter.
  case parameterKind = "S038"
  /// A table of samples cannot be used.
  case points = "S039"
  /// The rates of exchange are none.
  case exchange = "S040"
  /// The terms of a negotiation are none.
  case negotiation = "S048"
  /// A continuum of the forecast cannot be used.
  case continuum = "S046"
  /// An uncertain number of the forecast is none.
  case estimate = "S047"
  /// What cannot be leaves out what there is.
  case infeasible = "S041"
  /// A move that cannot be made is none.
  case irreversible = "S042"
  /// A preference says nothing, or too much.
  case preference = "S043"
  /// A voting rule is none.
  case votingRule = "S044"
  /// A voting rule is odd: two separate coalitions can win, or a voter has no weight.
  case improperVoting = "S045"

  /// What the code means, in one line.
  public var title: String { page.0 }

  /// What the code means and how to mend it.
  public var explanation: String { page.1 }
}
