using Middeck.ScriptedModel;

namespace Middeck.Chat.Bench;

/// <summary>What the platform adds to the model's own first token: both are asked in turn, one at a time.</summary>
internal static class FirstToken
{
    private const string ModelName = "chunks-20-1-5";
    private const int WarmUp = 60;

    public static async Task MeasureAsync(Platform platform, int requests, int chunks)
    {
        Guid? knowledgeBase = chunks > 0 ? await platform.CreateKnowledgeBaseAsync(chunks) : null;
        var key = await platform.CreateAppAsync(ModelName, knowledgeBase);
        using var http = new HttpClient();
        var (direct, through) = (new List<double>(), new List<double>());
        var random = new Random(3);
        for (var i = -WarmUp; i < requests; i++)
        {
            var query = $"word{random.Next(20_000)} and word{random.Next(500)} with word{random.Next(50)}";
            var model = await ChatStream.FromModelAsync(http, platform.Model.BaseUrl, ScriptedModelServer.ApiKey, ModelName);
            var app = await ChatStream.FromAppAsync(http, platform.Http.BaseAddress!, key, query);
            if (i >= 0)
            {
                direct.Add(model.FirstMs);
                through.Add(app.FirstMs);
            }
        }

        var (d50, t50) = (Percentile(direct, 0.5), Percentile(through, 0.5));
        Console.WriteLine($"first token, {requests} requests, {chunks} chunks");
        Console.WriteLine($"  model   p50 {d50:0.00} ms  p95 {Percentile(direct, 0.95):0.00} ms");
        Console.WriteLine($"  app     p50 {t50:0.00} ms  p95 {Percentile(through, 0.95):0.00} ms");
        Console.WriteLine($"  added   p50 {t50 - d50:0.00} ms  ratio {t50 / d50:0.00}");
    }

    public static double Percentile(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(share * (values.Count - 1))];
    }
}
