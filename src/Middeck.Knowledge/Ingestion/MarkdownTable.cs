using System.Text;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Rows of a table as Markdown writes them:
/// <code>
/// | Room | Width |
/// | --- | --- |
/// | Lobby | 2.4 m |
/// </code>
/// </summary>
internal static class MarkdownTable
{
    /// <summary>One row with its line break, filled up to <paramref name="columns"/>.</summary>
    public static string Row(IReadOnlyList<string> cells, int columns)
    {
        var row = new StringBuilder("|");
        for (var i = 0; i < Math.Max(cells.Count, columns); i++)
        {
            row.Append(' ');
            if (i < cells.Count)
            {
                AppendCell(row, cells[i]);
            }

            row.Append(" |");
        }

        return row.Append('\n').ToString();
    }

    public static string Rule(int columns) => string.Concat("|", string.Concat(Enumerable.Repeat(" --- |", columns)), "\n");

    // A cell stays on its line, and a bar in it ends no cell.
    private static void AppendCell(StringBuilder row, ReadOnlySpan<char> cell)
    {
        foreach (var character in cell.Trim())
        {
            switch (character)
            {
                case '|':
                    row.Append("\\|");
                    break;
                case '\r' or '\n' or '\t':
                    row.Append(row[^1] == ' ' ? "" : " ");
                    break;
                default:
                    row.Append(character);
                    break;
            }
        }
    }
}
