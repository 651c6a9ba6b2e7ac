using Middeck.Operations.Language;

namespace Middeck.Operations.Environments;

internal static class EnvironmentMessages
{
    public static Message NoBackup(string? name, string folder) => name is null
        ? new($"There is no backup of the configuration in {folder}.", $"{folder} 中没有配置备份。")
        : new($"There is no backup {name} in {folder}. See them with: middeck env status.", $"{folder} 中没有备份 {name}。查看：middeck env status。");

    public static Message Busy() => new(
        "Another process changes the configuration at this moment. Try again.", "另一个进程正在修改配置，请稍后重试。");

    public static Message ChangedMeanwhile(string file) => new(
        $"{file} was changed meanwhile. Look at the difference again.", $"{file} 已被他人修改，请重新查看差异。");

    public static Message NoHost(string host) => new(
        $"'{host}' is no host. Write it as ai.example.com or ai.example.com:8443.",
        $"“{host}”不是主机名。格式应为 ai.example.com 或 ai.example.com:8443。");
}
