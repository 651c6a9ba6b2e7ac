using System.Globalization;
using Middeck.Operations.Home;
using Middeck.Operations.Language;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Checks.Folders;

/// <summary>Finds what processes left behind that were killed: pid files of the dead, drafts of files that were never finished.</summary>
internal sealed class LeftoversCheck() : LocalCheck(
    "leftovers", new Message("No files of dead processes lie about", "没有已退出进程的残留文件"))
{
    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var home = scene.Home;
        if (!Directory.Exists(home.Run))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(home.Run, "*.pid").Where(file => PidFile.ReadLive(file) is null))
        {
            yield return Left("leftovers.pid_file", file, new Message(
                $"{file} names a process that is gone.", $"{file} 记录的进程已不存在。"));
        }

        foreach (var file in Drafts(home))
        {
            yield return Left("leftovers.draft", file, new Message(
                $"{file} was begun by a process that died before it was finished.", $"{file} 是中断的进程留下的未完成文件。"));
        }

        foreach (var file in PostmasterFiles(home))
        {
            yield return Left("leftovers.postmaster", file, new Message(
                $"{file} names a server that is gone; PostgreSQL may refuse to start because of it.",
                $"{file} 记录的数据库进程已不存在，可能导致 PostgreSQL 无法启动。"));
        }
    }

    private static Finding Left(string code, string file, Message sentence) => new(code, Severity.Warning, sentence, $"rm {file}")
    {
        Repair = Repair.Of(new Message($"Remove {file}?", $"删除 {file}？"), () => File.Delete(file)),
    };

    // middeck.yaml.4242.new: written by process 4242 and renamed when it is whole.
    private static IEnumerable<string> Drafts(MiddeckHome home)
        => new[] { home.Root, home.Run, home.Keys }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.new"))
            .Where(file => Path.GetFileName(file).Split('.') is [.., var pid, "new"]
                && int.TryParse(pid, CultureInfo.InvariantCulture, out var id)
                && ProcessIdentity.Of(id) is null);

    private static IEnumerable<string> PostmasterFiles(MiddeckHome home)
    {
        var data = PostgresPlace.Of(home).Data;
        return PostmasterFile.Read(data) is { } file && ProcessIdentity.Of(file.Pid) is null
            ? [Path.Combine(data, "postmaster.pid")]
            : [];
    }
}
