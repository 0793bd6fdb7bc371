import Analysis
import GameTheory
import TestSupport
import Testing

@Suite("Shallow trees")
struct DecisionTreeTests {
  @Test("the reference tree is met")
  func reference() {
    let tree = DecisionTree(PRIMReference.points, depth: 2)
    #expect(tree.nodes.map { $0.split?.axis ?? -2 } == [0, -2, 1, -2, -2])
    #expect(
      tree.nodes.map { $0.split?.threshold ?? -2 } == [0.60009765625, -2, 0.40087890625, -2, -2]
    )
    #expect(tree.nodes.map { $0.count } == [1024, 615, 409, 165, 244])
    #expect(tree.nodes.map { $0.countOfInterest } == [165, 0, 165, 165, 0])
    #expect(Double(tree.nodes[2].countOfInterest) / 409 == 0.4034229828850856)
    #expect(tree.leaves.count == 3)
  }

  @Test("every split is the best of all there are, and no node is left that could be split")
  func splits() {
    let found = failures(seeds: 500) { random in
      let points = RandomPoints.draw(&random)
      let (depth, smallest) = (random.int(in: 0...3), random.element(of: [1, 1, 3, 10]))
      let tree = DecisionTree(points, depth: depth, smallestLeaf: smallest)
      var levels = [0: 0]
      for (number, node) in tree.nodes.enumerated() {
        let inside = (0..<points.count).filter { node.region.contains(points.values(of: $0)) }
        let interest = inside.filter { points.isOfInterest[$0] }.count
        if inside.count != node.count || interest != node.countOfInterest { return "counts" }
        let best = bestImpurity(inside, points, smallest)
        let own = impurity(inside, points)
        let level = levels[number] ?? 0
        guard let split = node.split else {
          if level < depth, let best, best < own { return "node \(number) could be split" }
          continue
        }
        levels[split.left] = level + 1
        levels[split.right] = level + 1
        let parts = [split.left, split.right].map { child in
          inside.filter { tree.nodes[child].region.contains(points.values(of: $0)) }
        }
        if parts[0].count + parts[1].count != inside.count { return "parts of node \(number)" }
        if level >= depth || parts.contains(where: { $0.count < smallest }) { return "limits" }
        if impurity(parts[0], points) + impurity(parts[1], points) != best { return "not the best" }
      }
      for point in 0..<points.count {
        let leaf = tree.leaf(of: points.values(of: point))
        if !tree.nodes[leaf].region.contains(points.values(of: point)) { return "leaf" }
      }
      return nil
    }
    #expect(found == [])
  }

  private func impurity(_ part: [Int], _ points: MarkedPoints) -> Rational {
    guard !part.isEmpty else { return 0 }
    let interest = part.filter { points.isOfInterest[$0] }.count
    return RandomPoints.ratio(interest * (part.count - interest), part.count)
  }

  /// The least impurity of two parts, over all thresholds and all sets of labels.
  private func bestImpurity(_ part: [Int], _ points: MarkedPoints, _ smallest: Int) -> Rational? {
    var best: Rational?
    func tryOut(_ goesLeft: (Int) -> Bool) {
      let left = part.filter(goesLeft)
      let right = part.filter { !goesLeft($0) }
      guard left.count >= smallest, right.count >= smallest else { return }
      let sum = impurity(left, points) + impurity(right, points)
      best = best.map { min($0, sum) } ?? sum
    }
    for (axis, column) in points.columns.enumerated() {
      if let labels = points.axes[axis].labels {
        for set in 1..<(1 << labels.count) - 1 { tryOut { set >> Int(column[$0]) & 1 == 1 } }
      } else {
        for value in Set(part.map { column[$0] }) { tryOut { column[$0] <= value } }
      }
    }
    return best
  }
}
