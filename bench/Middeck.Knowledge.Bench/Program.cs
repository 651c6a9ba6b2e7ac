using Middeck.Knowledge.Bench;

// ingest [large|small|memory]
if (args is not ["ingest", ..])
{
    Console.Error.WriteLine("dotnet run -c Release -- ingest [large|small|memory]");
    return 2;
}

await using var room = await Room.StartAsync();
return await Ingest.MeasureAsync(room, args.ElementAtOrDefault(1));
