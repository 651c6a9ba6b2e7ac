using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Backup.Wal;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck wal-archive PATH NAME FOLDER</c>: what PostgreSQL calls for each segment of its log; not for people.</summary>
internal static class WalArchiveCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path");
        var name = new Argument<string>("name");
        var folder = new Argument<string>("folder");
        var command = new Command("wal-archive", "Keep a segment of the write-ahead log (PostgreSQL calls this)")
        {
            path, name, folder,
        };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            WalSegment.Keep(parsed.GetRequiredValue(path), parsed.GetRequiredValue(name), parsed.GetRequiredValue(folder));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
