using System.Globalization;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Backup.Drills;

/// <summary>A home for one drill: <c>middeck-drill-{pid}-{start time}</c> in the temporary folder. Nothing of it stays.</summary>
internal sealed class ScratchHome : IAsyncDisposable
{
    private const string Prefix = "middeck-drill-";

    private readonly TimeProvider _clock;

    private ScratchHome(string folder, TimeProvider clock)
    {
        _clock = clock;
        Home = new MiddeckHome(folder);
    }

    public MiddeckHome Home { get; }

    /// <summary>Makes one, and removes those whose drill was killed.</summary>
    public static async Task<ScratchHome> MakeAsync(TimeProvider clock)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*").Where(IsOrphaned))
        {
            await new ScratchHome(folder, clock).DisposeAsync();
        }

        var self = ProcessIdentity.Of(Environment.ProcessId)!.Value;
        var root = Path.Combine(Path.GetTempPath(), string.Create(
            CultureInfo.InvariantCulture, $"{Prefix}{self.Pid}-{self.StartTicks}-{clock.GetTimestamp():x}"));
        Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var scratch = new ScratchHome(root, clock);
        scratch.Home.Create();
        return scratch;
    }

    public async ValueTask DisposeAsync()
    {
        var place = PostgresPlace.Of(Home);
        if (PostmasterFile.FindLive(place.Data) is { } server)
        {
            PidFile.Write(Home.RunFile("postgres.pid"), server.Process);
        }

        await new Installation(Home, _clock).StopAsync(CancellationToken.None);
        if (place.RunAs is not null && Path.GetDirectoryName(place.Data) is { } instance && Directory.Exists(instance))
        {
            Directory.Delete(instance, recursive: true);
        }

        Directory.Delete(Home.Root, recursive: true);
    }

    private static bool IsOrphaned(string folder)
        => Path.GetFileName(folder)[Prefix.Length..].Split('-') is [var pid, var ticks, _]
            && int.TryParse(pid, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(ticks, CultureInfo.InvariantCulture, out var start)
            && !new ProcessIdentity(id, start).IsAlive;
}
