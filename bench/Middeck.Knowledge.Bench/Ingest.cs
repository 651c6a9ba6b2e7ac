using System.Diagnostics;
using System.Globalization;
using Middeck.Search.Bench;

namespace Middeck.Knowledge.Bench;

/// <summary>From the first byte of an upload to the last document that can be found.</summary>
internal static class Ingest
{
    private const int Megabyte = 1_000_000;
    private const double LimitPerSecond = 1;
    private const long MemoryLimit = 1L << 30;
    private const int SmallFiles = 1000;
    private const int SmallSize = 20_000;
    private const int Uploads = 4;

    public static async Task<int> MeasureAsync(Room room, string? only)
    {
        var ok = true;
        using (var warmUp = SyntheticFile.Create(seed: 1, Megabyte))
        {
            await IngestAsync(room, [warmUp], "warm-up");
        }

        if (only is null or "small")
        {
            var files = Enumerable.Range(100, SmallFiles).Select(seed => SyntheticFile.Create(seed, SmallSize)).ToList();
            ok &= await RatedAsync(room, files, $"{SmallFiles} files of {SmallSize / 1000} KB");
        }

        if (only is null or "large")
        {
            ok &= await RatedAsync(room, [SyntheticFile.Create(seed: 2, 50 * Megabyte)], "one file of 50 MB");
        }

        if (only is null or "memory")
        {
            using var file = SyntheticFile.Create(seed: 3, 100 * Megabyte);
            await IngestAsync(room, [file], "one file of 100 MB");
            var peak = PeakResidentBytes();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  peak resident memory of this process {peak / 1048576.0:0} MiB, of 1 GiB {(double)peak / MemoryLimit:0.00}"));
            ok &= Scoreboard.AtMost("memory, 100 MB read in", peak / 1048576.0, MemoryLimit / 1048576.0, "MiB", "limit");
        }

        return ok ? 0 : 1;
    }

    private static async Task<bool> RatedAsync(Room room, List<FileStream> files, string what)
    {
        var rate = await IngestAsync(room, files, what);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {rate:0.00} MB/s, ratio to the limit of {LimitPerSecond} MB/s {rate / LimitPerSecond:0.00}"));
        files.ForEach(static file => file.Dispose());
        return Scoreboard.AtLeast($"reading in, {what}", rate, LimitPerSecond, "MB/s", "limit");
    }

    private static async Task<double> IngestAsync(Room room, List<FileStream> files, string what)
    {
        var path = await room.CreateBaseAsync();
        var megabytes = files.Sum(static file => file.Length) / (double)Megabyte;
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            files.Select(static (file, index) => (file, index)),
            new ParallelOptions { MaxDegreeOfParallelism = Uploads },
            async (upload, _) => await room.UploadAsync(path, $"{upload.index}.md", upload.file));
        var uploaded = Stopwatch.GetElapsedTime(start);
        var chunks = await room.UntilDoneAsync(path);
        var elapsed = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {megabytes:0.0} MB, {chunks} chunks, uploaded after {uploaded.TotalSeconds:0.0} s, found after {elapsed.TotalSeconds:0.0} s"));
        return megabytes / elapsed.TotalSeconds;
    }

    private static long PeakResidentBytes()
    {
        var line = File.ReadLines("/proc/self/status").First(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
