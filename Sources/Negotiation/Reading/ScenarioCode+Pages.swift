/// What each code means and how to mend it.
extension ScenarioCode {
  /// The title and the explanation.
  var page: (String, String) {
    switch self {
    case .type:
      (
        "a value has the wrong type",
        """
        The format says for each key whether an object, a list, a string, a number or true/false belongs \
        there. Numbers may be written as strings that hold an expression, such as "0.5 * shield_works".
        """
      )
    case .unknownKey:
      (
        "a key is not known",
        """
        Keys that the format does not name are refused, because a misspelt key would otherwise be ignored \
        in silence. Correct the spelling, or turn the line into a comment.
        """
      )
    case .missingKey:
      ("a key is missing", "The format asks for this key; add it to the object shown.")
    case .duplicateID:
      (
        "an id is given twice",
        "Ids are what everything else refers by, so each is given once in its list. Rename one of the two."
      )
    case .malformedID:
      (
        "an id is not well formed",
        """
        Ids are lower-case words and digits joined by hyphens, such as north-korea. Names of parameters are \
        joined by underscores, such as shield_works, since a hyphen would be a minus in an expression.
        """
      )
    case .unknownName:
      (
        "a name stands for nothing",
        """
        The scenario (with what it inherits) has no player, decision, option, interest, parameter or evidence \
        of this name. Correct the spelling, or declare it. 'detente describe' lists all names.
        """
      )
    case .expression:
      (
        "an expression cannot be read",
        """
        An expression has decimal numbers, names of parameters, + - * ( ) and division by a number. Powers \
        are written as products: a * a. There are no functions, so that every payoff stays a polynomial.
        """
      )
    case .division:
      (
        "a division is not by a number other than 0",
        """
        Only division by a plain number is allowed, so that every payoff stays a polynomial in the \
        parameters; division by 0 never is. To divide by a parameter, declare its reciprocal instead.
        """
      )
    case .derivedCycle:
      (
        "derived parameters depend on each other in a circle",
        "A derived parameter is an expression over others; follow the chain shown and break it somewhere."
      )
    case .range:
      (
        "a range is not a range",
        "A range is a list of two plain numbers, the lowest and the highest, in this order: [0, 1]."
      )
    case .outsideRange:
      (
        "a value lies outside its range",
        "The stated range is what the number can sensibly be. Correct the value, or widen the range."
      )
    case .format:
      (
        "the format is not 1",
        "This program reads format 1. Write format: 1 at the top of the file."
      )
    case .idlePlayer:
      (
        "a player has nothing to decide",
        "Every player settles at least one decision. Give it one, or remove the player and its stakes."
      )
    case .patience:
      (
        "a patience is outside 0...1",
        "Patience is the share of a payoff's value that is kept from one round to the next: 0.95, say."
      )
    case .options:
      (
        "a decision has fewer than 2 options",
        "A decision with one option decides nothing. Add an option."
      )
    case .tooManyOutcomes:
      (
        "there are too many outcomes, or strategies",
        """
        The outcomes are all combinations of options, a player's strategies those of its own decisions. Beyond \
        1,048,576 outcomes, or 4,096 strategies of one player, they are too many to compare. Leave out \
        decisions, or options, that matter least.
        """
      )
    case .statusQuo:
      (
        "the status quo leaves a decision open",
        "Play starts from the status quo, so it names one option for every decision."
      )
    case .condition:
      (
        "a condition can never hold",
        "An empty list of options is met by no outcome. Name at least one, or remove the effect."
      )
    case .inheritanceCycle:
      (
        "scenarios inherit from each other in a circle",
        "Follow the chain of from: keys that is shown, and remove one of them."
      )
    case .file:
      (
        "a file cannot be used",
        """
        The file does not exist, may not be read, is a folder, or is larger than 16 MiB. Paths in a file are \
        relative to that file.
        """
      )
    case .claimForm:
      (
        "a test of a claim has no form, or several",
        """
        A test has exactly one of the keys prefers, indifferent, bestReply, neverBestReply, dominated, \
        equilibria, betterForAll, settles, difference and somewhere. To test several things, list several tests.
        """
      )
    case .priors:
      (
        "priors do not sum to 1",
        "The priors of a player's motives are probabilities: above 0, in sum 1."
      )
    case .moveOrder:
      ("a move sees what comes later", "A move can only see decisions that are taken before it.")
    case .sweep:
      (
        "a sweep cannot be run",
        """
        A sweep varies numbers over ranges or lists. A grid takes a step above 0 or at least 2 points; the \
        other designs take a range and at least 1 sample.
        """
      )
    case .path:
      (
        "a path leads to no number",
        """
        A path is the name of a parameter, or leads to a number in the file: stakes.us.homeland-exposure, \
        effects.scrap-cuts-exposure, interests.homeland-exposure. 'detente describe' lists all of them.
        """
      )
    case .nothingToPlay:
      (
        "there are no players, or no decisions",
        "A scenario says who decides what: it has at least one player, and each player a decision."
      )
    case .deletion:
      (
        "what is to be deleted is not inherited",
        """
        In a scenario that starts from another, null deletes a key and { id: "x", delete: true } an element of \
        a list. What they name must be there to be deleted, and nothing else is said of it.
        """
      )
    case .date:
      ("a date is none", "Dates are written YYYY-MM-DD, such as 2000-07-21.")
    case .controlCharacter:
      (
        "a text has a control character",
        """
        Texts are printed as they are, so they may hold no characters that move the cursor, colour the \
        terminal, break lines or turn the direction of writing.
        """
      )
    case .noReason:
      (
        "nothing is said of what this rests on",
        """
        Every decision, effect, stake and parameter says in because: which evidence it rests on, or that it \
        is an assumption: because: ["assumption: ..."]. With --strict this is an error.
        """
      )
    case .idleStake:
      (
        "a stake is in something that nothing moves",
        "No effect moves the interest, so the stake adds the same to every outcome and decides nothing."
      )
    case .unusedParameter:
      ("a parameter is not used", "No expression has it, so varying it changes nothing.")
    case .unwantedInterest:
      (
        "nobody has a stake in an interest",
        "The interest moves no payoff. Give somebody a stake in it."
      )
    case .redundantCondition:
      (
        "a condition excludes nothing",
        "All options of the decision are listed, or one twice. Leave out what changes nothing."
      )
    case .replacedExpression:
      (
        "an expression is replaced by a number",
        "--set replaced an expression, so the number no longer follows the parameters it was made of."
      )
    case .constraint:
      (
        "a constraint between parameters is none, or is violated",
        """
        A constraint compares two expressions by one of < <= = >= and >, such as "low + high <= 1". The \
        scenario's own values meet it; a sweep then leaves out samples that do not.
        """
      )
    case .distribution:
      (
        "a distribution is none",
        """
        A distribution is an object with one key: uniform and logUniform (low, high), triangular (low, mode, \
        high), normal (mean, deviation), truncatedNormal (mean, deviation, low, high), beta (alpha, beta and, \
        unless 0 and 1, low and high) or discrete (values and, unless equal, weights).
        """
      )
    case .parameterKind:
      (
        "a value does not go with the kind of its parameter",
        """
        A parameter of kind "integer" has whole numbers, one of kind "boolean" is false or true, and one with \
        options is one of them: options: { clinton: 0, bush: 1 }.
        """
      )
    case .points:
      (
        "a table of samples cannot be used",
        """
        The first line of the table names the numbers by their paths, every further line is a sample with a \
        value for each: a decimal number, or the name of an option.
        """
      )
    case .exchange:
      (
        "the rates of exchange are none",
        """
        Utilities of different players do not add up. The section exchange says what a utility point of every \
        player is worth in one unit: exchange: { unit: "billions of dollars", rates: { us: 2, japan: 1.5 } }. Each \
        player has a rate, above 0.
        """
      )
    case .negotiation:
      (
        "the terms of a negotiation are none",
        """
        The section negotiation says what is on the table and until when: negotiation: { decisions: ["nmd", \
        "missiles"], rounds: 20, agreement: "unanimity", disagreement: "equilibrium", negotiators: { us: \
        "boulware" } }. Rounds are 1 to 10000; agreement may be { quota: 4, weights: { us: 2 } }, weights being 1 \
        where they are not given.
        """
      )
    case .continuum:
      (
        "a continuum of the forecast cannot be used",
        """
        A continuum is a line with two different ends on which at least two players stand whose salience and \
        capability are above 0. Its marks are options of the decision that it names, each in a place of its own: \
        range: [0, 100], decision: "nmd", marks: { forgo: 0, defer: 50, deploy: 100 }.
        """
      )
    case .estimate:
      (
        "an uncertain number of the forecast is none",
        """
        Position, salience and capability are each a number, or an object with the lowest, the likeliest and the \
        highest value in this order: { low: 60, mode: 70, high: 85 }. A player either counts or does not: \
        salience and capability are above 0 even at their lowest, or 0 altogether.
        """
      )
    case .infeasible, .irreversible, .preference: conflictPage
    case .votingRule, .improperVoting: votingPage
    }
  }
}
