#if canImport(RowKernel)
internal import RowKernel
#endif

/// How a block's rows are evaluated; every way gives the same bits.
public enum RowEvaluation: Int32, Sendable, CaseIterable {
  /// In Swift, on any machine.
  case portable = -1
  /// In C, for the oldest processor of its kind.
  case baseline = 0
  /// In C, with vectors of 256 bits.
  case avx2 = 1
  /// In C, with vectors of 512 bits.
  case avx512 = 2

  /// The ways that this processor has, the fastest last.
  public static let available: [RowEvaluation] = {
    #if canImport(RowKernel)
    let widest = rowkernel_widest()
    #else
    let widest = RowEvaluation.portable.rawValue
    #endif
    return allCases.filter { $0.rawValue <= widest }
  }()

  /// The fastest way.
  public static var fastest: RowEvaluation { available.last ?? .portable }
}

#if canImport(RowKernel)
extension SignTable {
  /// Calls the body with the rows as the kernel takes them, good for the call only.
  func withRows<Result>(_ body: (UnsafePointer<rowkernel_table>) -> Result) -> Result {
    unsafe rowConstants.withUnsafeBufferPointer { constants in
      unsafe rowBounds.withUnsafeBufferPointer { bounds in
        unsafe rowStarts.withUnsafeBufferPointer { starts in
          unsafe termMonomials.withUnsafeBufferPointer { monomials in
            unsafe termCoefficients.withUnsafeBufferPointer { coefficients in
              var table = unsafe rowkernel_table(
                constants: constants.baseAddress,
                bounds: bounds.baseAddress,
                starts: starts.baseAddress,
                monomials: monomials.baseAddress,
                coefficients: coefficients.baseAddress
              )
              return unsafe body(&table)
            }
          }
        }
      }
    }
  }
}
#endif
