import GameTheory
import Glibc
import Negotiation

/// How long one answer takes: in this process, and from starting the program to its end.
struct SolveBenchmark {
  private let scenario: Scenario
  private let path: String

  init(_ scenario: Scenario, _ path: String) {
    self.scenario = scenario
    self.path = path
  }

  func run() {
    print("solve: \(scenario.title), everything that 'detente solve' prints, in exact arithmetic")
    guard let model = try? ScenarioModel(scenario) else { return }
    let inside = Timing(runs: 11) { _ = Solution(model) }
    report("in the process", inside.median * 1000, "ms (spread \(percent(inside.spread)))")
    guard let program = sibling("detente") else {
      print("  the program itself is not built: swift build -c release --product detente")
      return
    }
    var code: Int32 = 0
    let whole = Timing(runs: 11) { code = spawn([program, "solve", path]) }
    report("from start to end", whole.median * 1000, "ms (spread \(percent(whole.spread)))")
    if code != 0 { Benchmarks.complain("'detente solve \(path)' ended with \(code)") }
  }

  /// A program in the folder of this one.
  private func sibling(_ name: String) -> String? {
    guard let mine = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(mine) }
    let folder = String(cString: mine).split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/\(name)"
    return access(path, X_OK) == 0 ? path : nil
  }

  /// Runs a program with its output thrown away.
  private func spawn(_ words: [String]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawn(&child, words[0], &actions, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status >> 8 & 0xFF
  }
}
