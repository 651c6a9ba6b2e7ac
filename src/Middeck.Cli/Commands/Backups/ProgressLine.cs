using Middeck.Operations.Backup;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary>Shows how far it is on standard error: one line that changes on a terminal, a line every five seconds elsewhere.</summary>
internal sealed class ProgressLine(CommandContext context) : IProgress<BackupProgress>
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Lock _gate = new();
    private long _said = context.Clock.GetTimestamp();
    private bool _open;

    public void Report(BackupProgress value)
    {
        lock (_gate)
        {
            if (context.Clock.GetElapsedTime(_said) < (_terminal ? OnTerminal : Elsewhere))
            {
                return;
            }

            _said = context.Clock.GetTimestamp();
            var line = Line(value).In(context.Tongue);
            if (_terminal)
            {
                context.Error.Write($"\r{line}\u001b[K");
                _open = true;
            }
            else
            {
                context.Error.WriteLine(line);
            }
        }
    }

    /// <summary>Ends the line, before something else is said.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_open)
            {
                context.Error.Write("\r\u001b[K");
                _open = false;
            }
        }
    }

    private static Message Line(BackupProgress progress)
    {
        var amount = progress.Bytes == 0
            ? ""
            : progress.Total is { } total ? $" {Sizes.Show(progress.Bytes)} / {Sizes.Show(total)}" : $" {Sizes.Show(progress.Bytes)}";
        return progress.Step switch
        {
            BackupStep.Database => new($"Database:{amount}", $"数据库：{amount}"),
            BackupStep.Objects => new($"Uploaded files:{amount}", $"上传的文件：{amount}"),
            BackupStep.Configuration => new("Configuration and keys", "配置与密钥"),
            BackupStep.Checking => new($"Checking:{amount}", $"校验：{amount}"),
            _ => new("Starting the restored platform", "正在启动恢复后的平台"),
        };
    }
}
