using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Sandbox;

// A trivial main in a waiting interpreter against one that is started for it, in turn. Ends with 1 when a limit is broken.
const int Rounds = 100;

var ok = true;
await using var warm = Build(poolSize: 2);
await using var cold = Build(poolSize: 0);
foreach (var (language, code, wanted) in new[]
{
    (CodeLanguage.Python, "def main(a, b):\n    return {'sum': a + b}", 10.0),
    (CodeLanguage.JavaScript, "function main({a, b}) { return {sum: a + b}; }", 15.0),
})
{
    var (fast, slow) = (new List<double>(), new List<double>());
    for (var round = -10; round < Rounds; round++)
    {
        var (waiting, started) = (await MeasureAsync(warm, language, code), await MeasureAsync(cold, language, code));
        if (round >= 0)
        {
            fast.Add(waiting);
            slow.Add(started);
        }

        // Whoever runs code now and then finds the pool full again; the runs of the other side are that pause.
        await Task.Delay(TimeSpan.FromMilliseconds(100));
    }

    var median = Percentile(fast, 0.5);
    ok &= median <= wanted;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{language}: waiting p50 {median:F1} ms, p95 {Percentile(fast, 0.95):F1} ms (at most {wanted:F0} ms at p50 wanted: {(median <= wanted ? "yes" : "NO")})"));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  started for it p50 {Percentile(slow, 0.5):F1} ms, p95 {Percentile(slow, 0.95):F1} ms; waiting takes {median / Percentile(slow, 0.5):F2} of that"));
}

return ok ? 0 : 1;

static ServiceProvider Build(int poolSize)
{
    var services = new ServiceCollection();
    services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
    services.AddLogging();
    services.AddSandbox();
    services.Configure<SandboxOptions>(options => options.PoolSize = poolSize);
    return services.BuildServiceProvider();
}

static async Task<double> MeasureAsync(ServiceProvider services, CodeLanguage language, string code)
{
    var request = new CodeRequest(language, code, JsonSerializer.SerializeToElement(new { a = 1, b = 2 }));
    var start = Stopwatch.GetTimestamp();
    var outcome = await services.GetRequiredService<ICodeSandbox>().RunAsync(request, CancellationToken.None);
    return outcome.Error is null
        ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
        : throw new InvalidOperationException(outcome.Error.Message);
}

static double Percentile(List<double> values, double part) => values.Order().ElementAt((int)((values.Count - 1) * part));
