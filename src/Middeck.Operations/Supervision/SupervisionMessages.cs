using Middeck.Operations.Language;

namespace Middeck.Operations.Supervision;

internal static class SupervisionMessages
{
    public static Message AlreadySupervised(string home) => new(
        $"Another supervisor runs in {home}. See it with: middeck status, stop it with: middeck down.",
        $"{home} 中已有一个监管进程在运行。查看：middeck status，停止：middeck down。");
}
