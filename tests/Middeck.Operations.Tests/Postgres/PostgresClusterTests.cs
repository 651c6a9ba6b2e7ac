using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Tests.Postgres;

public sealed class PostgresClusterTests : HomeTest
{
    [Fact]
    public async Task A_cluster_that_was_interrupted_in_the_making_is_made_anew()
    {
        var cluster = await OpenAsync();
        var draft = $"{cluster.DataFolder}.new";
        Directory.CreateDirectory(draft);
        File.WriteAllText(Path.Combine(draft, "PG_VERSION"), "half");
        Assert.False(cluster.Exists);

        await cluster.CreateAsync(CancellationToken.None);

        Assert.True(cluster.Exists);
        Assert.False(Directory.Exists(draft));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PostgresPassword.PathIn(Test.Home)));
    }

    [Theory]
    [InlineData("9", "convert with: ")]
    [InlineData("99", "apt-get install postgresql-99")]
    public async Task Another_major_version_in_the_home_names_both_and_the_way_out(string version, string wayOut)
    {
        var cluster = await OpenAsync();
        await cluster.CreateAsync(CancellationToken.None);
        var installed = File.ReadAllText(Path.Combine(cluster.DataFolder, "PG_VERSION")).Trim();
        File.WriteAllText(Path.Combine(cluster.DataFolder, "PG_VERSION"), $"{version}\n");

        var refusal = await Assert.ThrowsAsync<RefusedException>(OpenAsync);

        Assert.Equal(ExitCode.PostgresVersion, refusal.Code);
        Assert.Contains($"made by PostgreSQL {version}; installed is {installed}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(wayOut, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pid_file_of_a_crashed_server_whose_number_was_reused_is_removed()
    {
        var data = Directory.CreateDirectory(Path.Combine(Test.Home.Root, "data")).FullName;
        var file = Path.Combine(data, "postmaster.pid");
        await File.WriteAllTextAsync(file, $"{Environment.ProcessId}\n{data}\n1\n7432\n\n127.0.0.1\n\nready\n");

        Assert.Null(PostmasterFile.FindLive(data));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_socket_path_that_would_be_too_long_lies_in_the_temporary_folder()
    {
        var deep = new Middeck.Operations.Home.MiddeckHome($"/srv/{new string('x', 90)}");

        Assert.True(PostgresPlace.Of(deep).Socket.Length + "/.s.PGSQL.65535".Length <= 107);
    }

    [Fact]
    public void A_program_for_another_user_keeps_its_own_process_id()
    {
        var command = new ProcessCommand(["postgres", "-D", "x"]).As("postgres");

        Assert.Equal("setpriv", command.Arguments[0]);
        Assert.Equal(["postgres", "-D", "x"], command.Arguments.TakeLast(3));
    }

    private Task<PostgresCluster> OpenAsync() => PostgresCluster.OpenAsync(Test.Home, CancellationToken.None);
}
