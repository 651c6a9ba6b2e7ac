using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>
/// A chunk for each row of a table, with the header's words before the values; what stands between tables is cut like in the
/// general mode.
/// <code>
/// Room: Lobby
/// Width: 2.4 m
/// </code>
/// </summary>
internal sealed class TableRowChunker : IChunker
{
    public string Mode => "table_row";

    public int CutAt(string text, ChunkingSettings settings) => GeneralChunker.Of(settings).LastBorder(text);

    public IEnumerable<ChunkDraft> Split(TextPiece piece, ChunkingSettings settings)
    {
        var prose = GeneralChunker.Of(settings);
        var start = 0;
        foreach (var table in PipeTable.FindAll(piece.Text))
        {
            foreach (var draft in Prose(piece, prose, start, table.Start).Concat(Rows(piece, table)))
            {
                yield return draft;
            }

            start = table.End;
        }

        foreach (var draft in Prose(piece, prose, start, piece.Text.Length))
        {
            yield return draft;
        }
    }

    private static IEnumerable<ChunkDraft> Prose(TextPiece piece, SectionSplit split, int start, int end)
        => split.Split(piece.Text, new TextRange(start, end - start))
            .Select(cut => new ChunkDraft(cut.In(piece.Text), piece.InWhole(cut.Range)));

    private static IEnumerable<ChunkDraft> Rows(TextPiece piece, PipeTable table)
    {
        var header = PipeTable.Cells(piece.Text.AsSpan(table.Start, TextLines.EndOf(piece.Text, table.Start) - table.Start));
        foreach (var row in table.RowsIn(piece.Text))
        {
            var cells = PipeTable.Cells(piece.Text.AsSpan(row.Start, row.Length));
            var lines = cells.Select((cell, index) => (Name: header.ElementAtOrDefault(index), Cell: cell))
                .Where(static pair => pair.Cell.Length > 0)
                .Select(static pair => string.IsNullOrEmpty(pair.Name) ? pair.Cell : $"{pair.Name}: {pair.Cell}");
            var content = string.Join('\n', lines);
            if (content.Length > 0)
            {
                yield return new ChunkDraft(content, piece.InWhole(row));
            }
        }
    }
}
