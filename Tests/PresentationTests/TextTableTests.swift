import Presentation
import Testing

@Suite("Tables for the terminal")
struct TextTableTests {
  private var table: TextTable {
    var table = TextTable([
      TextTable.Column("share", .right), TextTable.Column("what", wraps: true),
      TextTable.Column("who"),
    ])
    table.add(["12.5 %", "a long text that has to be broken into lines somewhere", "us"])
    table.add(["3.0 %", "短い and, \"quoted\"", "japan"])
    table.add(["0 %"])
    return table
  }

  @Test("columns are aligned by what is seen, and lines have no trailing spaces")
  func wide() {
    #expect(
      table.rendered() == """
         share  what                                                    who
        ─────────────────────────────────────────────────────────────────────
        12.5 %  a long text that has to be broken into lines somewhere  us
         3.0 %  短い and, "quoted"                                      japan
           0 %

        """
    )
  }

  @Test("long cells are broken at spaces to fit the width")
  func narrow() {
    #expect(
      table.rendered(width: 40) == """
         share  what                       who
        ────────────────────────────────────────
        12.5 %  a long text that has to    us
                be broken into lines
                somewhere
         3.0 %  短い and, "quoted"         japan
           0 %

        """
    )
    for line in table.rendered(width: 30).split(separator: "\n") { #expect(line.count <= 30) }
  }

  @Test("the same as comma-separated values")
  func csv() {
    #expect(
      table.csv() == """
        share,what,who
        12.5 %,a long text that has to be broken into lines somewhere,us
        3.0 %,"短い and, ""quoted""\",japan
        0 %,,

        """
    )
  }

  @Test("colours come with the palette only")
  func colours() {
    #expect(!table.rendered().contains("\u{1B}"))
    #expect(table.rendered(palette: .coloured).contains("\u{1B}[1m"))
    #expect(Palette.plain.bold("x") == "x")
    #expect(Palette.coloured.red("") == "")
  }

  @Test("words are broken at spaces only")
  func words() {
    #expect(wrappedLines("a bb ccc", width: 4) == ["a bb", "ccc"])
    #expect(wrappedLines("unbreakable", width: 3) == ["unbreakable"])
    #expect(wrappedLines("", width: 10) == [""])
    #expect(paragraph("a b", width: 40, indent: 2) == "  a b\n")
  }
}
