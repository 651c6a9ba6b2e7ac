using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>
/// Questions with their answers. A table with a column for each (or with two columns, in a file that is nothing but tables) is
/// taken in as it is; other text becomes passages from which a model writes pairs.
/// </summary>
internal sealed class QaChunker : IChunker
{
    private static readonly string[] QuestionNames = ["question", "questions", "q", "问题", "问", "提问", "題目", "题目"];
    private static readonly string[] AnswerNames = ["answer", "answers", "a", "答案", "答", "回答", "答复"];

    public string Mode => "qa";

    public int CutAt(string text, ChunkingSettings settings) => GeneralChunker.Of(settings).LastBorder(text);

    public IEnumerable<ChunkDraft> Split(TextPiece piece, ChunkingSettings settings)
    {
        var tables = PipeTable.FindAll(piece.Text);
        var isTables = tables.Count > 0 && tables.Sum(static table => table.End - table.Start + 1) * 10L >= piece.Text.Length * 9L;
        var passages = GeneralChunker.Of(settings);
        var start = 0;
        foreach (var table in tables)
        {
            if (ColumnsOf(piece.Text, table, isTables) is not var (question, answer))
            {
                continue;
            }

            foreach (var draft in Passages(piece, passages, start, table.Start)
                .Concat(Pairs(piece, table, question, answer)))
            {
                yield return draft;
            }

            start = table.End;
        }

        foreach (var draft in Passages(piece, passages, start, piece.Text.Length))
        {
            yield return draft;
        }
    }

    private static (int Question, int Answer)? ColumnsOf(string text, PipeTable table, bool isTables)
    {
        var header = PipeTable.Cells(text.AsSpan(table.Start, TextLines.EndOf(text, table.Start) - table.Start));
        var question = header.FindIndex(static name => QuestionNames.Contains(name.ToLowerInvariant()));
        var answer = header.FindIndex(static name => AnswerNames.Contains(name.ToLowerInvariant()));
        return (question, answer) switch
        {
            ( >= 0, >= 0) => (question, answer),
            _ when isTables && header.Count == 2 => (0, 1),
            _ => null,
        };
    }

    private static IEnumerable<ChunkDraft> Pairs(TextPiece piece, PipeTable table, int question, int answer)
    {
        foreach (var row in table.RowsIn(piece.Text))
        {
            var cells = PipeTable.Cells(piece.Text.AsSpan(row.Start, row.Length));
            if (cells.ElementAtOrDefault(question) is { Length: > 0 } asked
                && cells.ElementAtOrDefault(answer) is { Length: > 0 } answered)
            {
                yield return new ChunkDraft(asked, piece.InWhole(row)) { Answer = answered };
            }
        }
    }

    private static IEnumerable<ChunkDraft> Passages(TextPiece piece, SectionSplit split, int start, int end)
        => split.Split(piece.Text, new TextRange(start, end - start))
            .Select(cut => new ChunkDraft(cut.In(piece.Text), piece.InWhole(cut.Range)) { IsPassage = true });
}
