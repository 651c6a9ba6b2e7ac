using Middeck.Operations.Processes;

namespace Middeck.Operations.Tests.Processes;

public sealed class ProcessIdentityTests
{
    [Fact]
    public void A_name_with_blanks_and_brackets_does_not_confuse_the_reader()
    {
        const string line = "4242 (a name) S) Z 1 4242 4242 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 918273 1000 77 99";

        var stat = ProcessStat.Parse(line)!;

        Assert.True(stat.IsDead);
        Assert.Equal(918273, stat.StartTicks);
        Assert.Equal(77, stat.ResidentPages);
    }

    [Fact]
    public void A_pid_that_was_given_to_another_process_is_not_the_same_process()
    {
        var self = ProcessIdentity.Of(Environment.ProcessId)!.Value;

        Assert.True(self.IsAlive);
        Assert.False((self with { StartTicks = self.StartTicks - 1 }).IsAlive);
    }

    [Fact]
    public void A_pid_file_of_a_dead_process_counts_as_none()
    {
        var path = Path.GetTempFileName();
        var self = ProcessIdentity.Of(Environment.ProcessId)!.Value;

        PidFile.Write(path, self);
        var live = PidFile.ReadLive(path);
        PidFile.Write(path, self with { StartTicks = 1 });
        var dead = PidFile.ReadLive(path);
        File.Delete(path);

        Assert.Equal(self, live);
        Assert.Null(dead);
        Assert.Null(PidFile.ReadLive(path));
    }
}
