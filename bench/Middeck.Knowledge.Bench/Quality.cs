using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Models.Gateway;
using Middeck.Search.Bench;
using Middeck.Search.Lexical;
using Middeck.Search.Text;

namespace Middeck.Knowledge.Bench;

/// <summary>
/// How well the room finds the right passage with nothing but the builtin models, against BM25 alone over the same passages.
/// Reads pairs of <c>NAME.passages.jsonl</c> ({id, text}) and <c>NAME.questions.jsonl</c> ({q, gold: [ids]}).
/// </summary>
internal static class Quality
{
    private const int Depth = 10;
    private const double MayLose = 0.005;

    // Questions that share less than this part of their words with the passage that answers them.
    private const double FewWords = 0.5;

    public static async Task<int> MeasureAsync(Room room, string folder)
    {
        var ok = true;
        foreach (var file in Directory.EnumerateFiles(folder, "*.passages.jsonl").Order())
        {
            ok &= await MeasureSetAsync(room, file);
        }

        return ok ? 0 : 1;
    }

    private static async Task<bool> MeasureSetAsync(Room room, string file)
    {
        var passages = Lines(file).Select(static line => (Id: line.GetProperty("id").GetString()!, Text: line.GetProperty("text").GetString()!)).ToList();
        var (kb, chunks) = await FilledBase.CreateAsync(room, passages.Select(static passage => passage.Text));
        var idOf = passages.Zip(chunks).ToDictionary(static pair => pair.First.Id, static pair => pair.Second);
        var textOf = passages.Zip(chunks).ToDictionary(static pair => pair.Second, static pair => pair.First.Text);
        var plain = new Bm25Index();
        foreach (var (id, text) in textOf)
        {
            plain.Upsert(id, text);
        }

        var search = room.Services.GetRequiredService<IKnowledgeSearch>();
        var caller = new ModelCaller(room.Workspace, "bench");
        Tally[] all = [new(), new()];
        Tally[] few = [new(), new()];
        foreach (var line in Lines(file.Replace(".passages.", ".questions.", StringComparison.Ordinal)))
        {
            var question = line.GetProperty("q").GetString()!;
            var gold = line.GetProperty("gold").EnumerateArray().Select(id => idOf[id.GetString()!]).ToHashSet();
            var hits = await search.SearchAsync(new SearchRequest(caller, [kb], question, Depth), CancellationToken.None);
            int[] ranks =
            [
                RankOf(hits.Select(static hit => hit.ChunkId), gold),
                RankOf(plain.Search(question, Depth).Select(static hit => hit.Id), gold),
            ];
            Add(all, ranks);
            if (gold.Max(id => Shared(question, textOf[id])) < FewWords)
            {
                Add(few, ranks);
            }
        }

        var name = Path.GetFileName(file).Split('.')[0];
        Report($"{name}, {all[0].Count} questions", all);
        Report($"{name}, {few[0].Count} questions in other words", few);
        return Scoreboard.AtLeast(
                $"MRR@10, {name}", all[0].Reciprocal, all[1].Reciprocal - MayLose, "", $"BM25 alone less {MayLose}")
            & Scoreboard.Above(
                $"MRR@10, {name} in other words", few[0].Reciprocal, few[1].Reciprocal, "", "BM25 alone");
    }

    private static void Report(string what, Tally[] tallies) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: room {tallies[0]}; BM25 alone {tallies[1]}; difference of MRR {tallies[0].Reciprocal - tallies[1].Reciprocal:+0.0000;-0.0000}"));

    private static void Add(Tally[] tallies, int[] ranks)
    {
        for (var index = 0; index < tallies.Length; index++)
        {
            tallies[index].Add(ranks[index]);
        }
    }

    private static int RankOf(IEnumerable<Guid> hits, HashSet<Guid> gold)
    {
        var rank = 0;
        foreach (var hit in hits)
        {
            rank++;
            if (gold.Contains(hit))
            {
                return rank;
            }
        }

        return 0;
    }

    private static double Shared(string question, string passage)
    {
        var terms = Tokenizer.QueryTerms(question);
        var tokens = new List<Token>();
        Tokenizer.Append(passage, tokens);
        var present = tokens.Select(static token => token.Term).ToHashSet(StringComparer.Ordinal);
        return terms.Count == 0 ? 0 : (double)terms.Count(present.Contains) / terms.Count;
    }

    private static IEnumerable<JsonElement> Lines(string file)
        => File.ReadLines(file).Where(static line => line.Length > 0).Select(static line => JsonSerializer.Deserialize<JsonElement>(line));
}
