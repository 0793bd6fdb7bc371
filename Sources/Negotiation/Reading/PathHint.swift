import Documents

/// A hint at the path that an unknown one was probably meant to be.
///
/// A name that is the end of some paths, such as `edge`, stands for those; otherwise the nearest
/// spelling counts.
public func pathHint(_ path: String, among paths: [String]) -> String {
  let ending = paths.filter { $0.hasSuffix("." + path) }
  if let first = ending.first {
    return ending.count == 1
      ? "did you mean '\(first)'?"
      : "did you mean one of: " + ending.prefix(5).joined(separator: ", ")
        + (ending.count > 5 ? ", ..." : "")
  }
  return didYouMean(path, among: paths) ?? "'detente describe' lists the paths of all numbers"
}
