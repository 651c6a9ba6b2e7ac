using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Backup.Wal;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck wal-archive PATH NAME FOLDER</c>: what PostgreSQL calls for each segment of its log; not for people.</summary>
internal static class WalArchiveCommand
{
    public static Command Create(CommandContext context)
    {
        var path = new Argument<string>("path") { Description = new Message("The segment", "日志段文件").In(context.Tongue) };
        var name = new Argument<string>("name") { Description = new Message("Its name", "日志段名称").In(context.Tongue) };
        var folder = new Argument<string>("folder") { Description = new Message("Where it is kept", "保存位置").In(context.Tongue) };
        var command = new Command("wal-archive", new Message(
            "Keep a segment of the write-ahead log (PostgreSQL calls this)", "保存一个预写日志段（由 PostgreSQL 调用）").In(context.Tongue))
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
