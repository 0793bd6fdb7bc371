import Conformance
import Documents
import Glibc
import Negotiation

/// Finds the files of reference cases in a folder.
enum CaseFolder {
  /// The files of a folder and the folders in it that end in `.json` or `.json5`, in the order of their
  /// paths; a file named itself, whatever it ends in.
  ///
  /// A file that cannot be read becomes a case that cannot be used.
  static func files(in path: String) throws(Failure) -> [CaseFile] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure(.unreadable, "cannot read '\(path)': \(systemText(errno))")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [file(path)] }
    var found: [CaseFile] = []
    guard let names = SafeFile.names(in: path) else {
      throw Failure(.unreadable, "cannot read '\(path)': \(systemText(errno))")
    }
    for name in names where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      var status = stat()
      let isFolder = stat(inner, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      // A link to a folder is not followed, so that there is an end.
      var own = stat()
      let isLink = lstat(inner, &own) == 0 && own.st_mode & S_IFMT == S_IFLNK
      if isFolder {
        if !isLink { found += try files(in: inner) }
      } else if name.hasSuffix(".json") || name.hasSuffix(".json5") {
        found.append(file(inner))
      }
    }
    return found
  }

  /// The file with a path that a case refers to; nil where there is none.
  static func beside(_ path: String) -> CaseFile? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return file(path)
  }

  private static func file(_ path: String) -> CaseFile {
    do throws(ScenarioReader.LoadFailure) {
      return CaseFile(try FileLoader.load(path))
    } catch {
      return CaseFile(path: path, unusable: "cannot be read: \(error.reason)")
    }
  }
}
