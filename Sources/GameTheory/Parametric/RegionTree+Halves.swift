#if canImport(RowKernel)
internal import RowKernel
#endif

// What is found out when a half is entered for the first time.

extension RegionTree {
  /// Adds a half of the present region, whose ranges are set.
  mutating func addHalf(_ table: SignTable) {
    findMonomialRanges(table)
    findSigns(table)
    let first = outcomes.count
    for candidate in candidates { addIfLeft(candidate) }
    addRegion(first: first)
  }

  /// How likely an objection is to be met in the half looked at: greater is likelier.
  private func chance(of objection: Int32) -> Float {
    let lean = leans[Int(objection >> 1)]
    return objection & 1 == 0 ? lean : -lean
  }

  /// Adds a region with the candidates from the first on, listing the rows that they hang on.
  mutating func addRegion(first: Int) {
    let firstRow = openRows.count
    stamp += 1
    for index in Int(objectionStarts[first])..<objections.count {
      let row = Int(objections[index] >> 1)
      if stamps[row] != stamp {
        stamps[row] = stamp
        openRows.append(Int32(row))
      }
    }
    regions.append(
      Region(
        first: Int32(first),
        end: Int32(outcomes.count),
        firstRow: Int32(firstRow),
        endRow: Int32(openRows.count)
      )
    )
  }

  /// Adds a candidate with those of its objections that are still open, unless one is certain.
  ///
  /// The likeliest to be met come first, so that most candidates are soon out.
  private mutating func addIfLeft(_ candidate: Int) {
    let start = objections.count
    for index in Int(objectionStarts[candidate])..<Int(objectionStarts[candidate + 1]) {
      let objection = objections[index]
      let sign = found[Int(objection >> 1)]
      if sign == 0 {
        objections.append(objection)
        var place = objections.count - 1
        let chance = chance(of: objection)
        while place > start, self.chance(of: objections[place - 1]) < chance {
          objections.swapAt(place, place - 1)
          place -= 1
        }
      } else if (sign < 0) == (objection & 1 == 1) {
        objections.removeLast(objections.count - start)
        return
      }
    }
    outcomes.append(outcomes[candidate])
    objectionStarts.append(Int32(objections.count))
  }

  /// Finds the signs of the rows that are open in the present region.
  private mutating func findSigns(_ table: SignTable) {
    let rows = openRows[Int(regions[present].firstRow)..<Int(regions[present].endRow)]
    #if canImport(RowKernel)
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe table.withRows { table in
        unsafe rowkernel_ranges(
          table,
          monomialLows,
          monomialHighs,
          rows.baseAddress,
          Int32(rows.count),
          &found,
          &leans
        )
      }
    }
    #else
    for row in rows { found[Int(row)] = certainSign(of: Int(row), table) }
    #endif
  }

  /// The range of each monomial, from those of shorter ones.
  mutating func findMonomialRanges(_ table: SignTable) {
    if hasMonomialRanges { return }
    hasMonomialRanges = true
    monomialLows.removeAll(keepingCapacity: true)
    monomialHighs.removeAll(keepingCapacity: true)
    for step in table.steps {
      let box = table.box[step.variable]
      let least = max(lows[step.variable] - slacks[step.variable], box.lowerBound)
      let most = min(highs[step.variable] + slacks[step.variable], box.upperBound)
      guard step.shorter >= 0 else {
        monomialLows.append(least)
        monomialHighs.append(most)
        continue
      }
      let (low, high) = (monomialLows[step.shorter], monomialHighs[step.shorter])
      let (a, b, c, d) = (low * least, low * most, high * least, high * most)
      monomialLows.append(min(min(a, b), min(c, d)))
      monomialHighs.append(max(max(a, b), max(c, d)))
    }
  }

  /// The sign that a row has everywhere in the present region, if that is certain.
  ///
  /// The row's bound covers the errors of one evaluation over the whole box; the interval's ends take as
  /// many roundings again.
  func certainSign(of row: Int, _ table: SignTable) -> Int8 {
    var low = table.rowConstants[row]
    var high = low
    for term in table.terms(ofRow: row) {
      let coefficient = table.termCoefficients[term]
      let monomial = Int(table.termMonomials[term])
      let a = coefficient * monomialLows[monomial]
      let b = coefficient * monomialHighs[monomial]
      low += min(a, b)
      high += max(a, b)
    }
    let bound = 2 * table.rowBounds[row]
    if low > bound { return 1 }
    if high < -bound { return -1 }
    return 0
  }
}
