import Documents
import GameTheory
import Negotiation

/// Talks that a person has not brought to an end, as far as they went.
struct UnfinishedTalksText: TalksResult {
  let setting: TalksSetting
  let console: Console
  let player: Int
  let talks: OfferSession
  /// The file that they are kept in.
  let path: String

  var text: String {
    TalksText.heading(setting, console) + "\n" + SeatView(setting, player, console).history(talks)
  }

  var json: JSONValue {
    .object(
      head(mode: "seat", rounds: roundLimit) + [
        ("end", .null), ("roundCount", .integer(talks.trace.last.map { $0.round + 1 } ?? 0)),
        ("agreement", .null),
        ("turns", .array(talks.trace.map { json($0) })), ("you", id(player)),
        ("saved", .string(path)),
      ]
    )
  }

  var csv: String { csv(talks.trace) }
}
