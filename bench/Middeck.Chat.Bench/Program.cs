using Middeck.Chat.Bench;

// latency [requests] | retrieval [requests] [chunks] | streams [seconds] [streams] | pages [seconds] | logs [messages] | workflows [runs] | dsl FOLDER
var (what, first, second) = (args.ElementAtOrDefault(0), args.ElementAtOrDefault(1), args.ElementAtOrDefault(2));
await using var platform = await Platform.StartAsync();
switch (what)
{
    case "latency":
        await FirstToken.MeasureAsync(platform, int.Parse(first ?? "400", null), chunks: 0);
        return 0;
    case "retrieval":
        await FirstToken.MeasureAsync(platform, int.Parse(first ?? "400", null), int.Parse(second ?? "10000", null));
        return 0;
    case "streams":
        return await ManyStreams.MeasureAsync(
            platform, TimeSpan.FromSeconds(int.Parse(first ?? "300", null)), int.Parse(second ?? "200", null));
    case "pages":
        return await OpenPages.MeasureAsync(
            platform, TimeSpan.FromSeconds(int.Parse(first ?? "60", null)), pages: 1_000, streams: 100);
    case "logs":
        return await Logs.MeasureAsync(platform, int.Parse(first ?? "5000000", null));
    case "workflows":
        return await EchoRuns.MeasureAsync(platform, int.Parse(first ?? "10000", null));
    case "dsl":
        return await DslCases.RunAsync(platform, first ?? throw new ArgumentException("Which folder?"));
    default:
        Console.Error.WriteLine("dotnet run -c Release -- latency [requests] | retrieval [requests] [chunks] | streams [seconds] [streams] | pages [seconds] | logs [messages] | workflows [runs] | dsl FOLDER");
        return 2;
}
