using Middeck.Knowledge.Bench;

// ingest [large|small|memory] | retrieval [chunks] | quality --data FOLDER
switch (args)
{
    case ["ingest", ..]:
        await using (var room = await Room.StartAsync())
        {
            return await Ingest.MeasureAsync(room, args.ElementAtOrDefault(1));
        }

    case ["retrieval", ..]:
        // More than the default allows, so that a million chunks of the bench's size are searched in memory.
        await using (var room = await Room.StartAsync(("search:MemoryBytes", $"{8L << 30}")))
        {
            return await Retrieval.MeasureAsync(room, args.ElementAtOrDefault(1));
        }

    case ["quality", "--data", var folder]:
        await using (var room = await Room.StartAsync())
        {
            return await Quality.MeasureAsync(room, folder);
        }

    default:
        Console.Error.WriteLine(
            "dotnet run -c Release -- ingest [large|small|memory] | retrieval [chunks] | quality --data FOLDER");
        return 2;
}
