using Middeck.Operations.Language;
using Middeck.Operations.Processes;
using Middeck.Storage.Sql;

namespace Middeck.Operations.Checks.Machine;

/// <summary>
/// Whether the clock is right: against the database's, against files that were written before, and whether the machine says
/// that it is synchronised. Tokens, leases and certificates live by it.
/// </summary>
internal sealed class ClockCheck : ICheck
{
    private const string SetClock = "sudo timedatectl set-ntp true";

    public string Name => "clock";

    public Message Title { get; } = new("The clock is right", "系统时间正确");

    public bool IsReadiness => true;

    public async Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken)
    {
        List<Finding> findings = [.. Behind(scene)];
        if (await scene.Database.OpenAsync(cancellationToken) is { } database)
        {
            findings.AddRange(Against(scene, await database.ScalarAsync<DateTimeOffset>($"SELECT clock_timestamp()", cancellationToken)));
        }

        if (await IsSynchronizedAsync(cancellationToken) == false)
        {
            findings.Add(new Finding(
                "clock.not_synchronized",
                Severity.Warning,
                new Message("The machine's clock is not synchronised by NTP.", "系统时间未通过 NTP 同步。"),
                SetClock));
        }

        return CheckOutcome.Of(findings);
    }

    private static IEnumerable<Finding> Against(CheckScene scene, DateTimeOffset database)
    {
        var skew = (scene.Clock.GetUtcNow() - database).TotalSeconds;
        var limit = scene.Options.ClockSkewSeconds;
        if (Math.Abs(skew) > limit)
        {
            yield return new Finding(
                "clock.skewed",
                Math.Abs(skew) > limit * 12 ? Severity.Critical : Severity.Warning,
                new Message(
                    $"This machine's clock is {Math.Abs(skew):0} s {(skew > 0 ? "ahead of" : "behind")} the database's.",
                    $"本机时间比数据库{(skew > 0 ? "快" : "慢")} {Math.Abs(skew):0} 秒。"),
                SetClock);
        }
    }

    // What was written in the future was written before somebody turned the clock back.
    private static IEnumerable<Finding> Behind(CheckScene scene)
    {
        var limit = scene.Clock.GetUtcNow() + TimeSpan.FromSeconds(scene.Options.ClockSkewSeconds);
        var future = new[] { scene.Home.Run, scene.Home.Logs }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder))
            .FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > limit);
        if (future is not null)
        {
            yield return new Finding(
                "clock.behind",
                Severity.Critical,
                new Message(
                    $"The clock says {scene.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}, but {future} was written at {File.GetLastWriteTimeUtc(future):yyyy-MM-dd HH:mm:ss}: it was turned back.",
                    $"系统时间为 {scene.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}，但 {future} 写于 {File.GetLastWriteTimeUtc(future):yyyy-MM-dd HH:mm:ss}，时间被回拨。"),
                SetClock);
        }
    }

    // Null: this machine has nobody to ask, as in most containers, where the host's clock counts.
    private static async Task<bool?> IsSynchronizedAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync(["timedatectl", "show", "--property=NTPSynchronized", "--value"], cancellationToken) is { } systemd)
        {
            return systemd.Trim() == "yes";
        }

        return await AskAsync(["chronyc", "-n", "tracking"], cancellationToken) is { } chrony
            ? !chrony.Contains("Not synchronised", StringComparison.Ordinal)
            : null;
    }

    private static async Task<string?> AskAsync(string[] command, CancellationToken cancellationToken)
    {
        if (Programs.Find(command[0]) is null)
        {
            return null;
        }

        var output = await ProcessOutput.OfAsync(new ProcessCommand(command), null, cancellationToken);
        return output.ExitCode == 0 ? output.Output : null;
    }
}
