using Middeck.Operations.Environments;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Folders;

/// <summary>Whether the configuration can be read and every key and value in it is allowed.</summary>
internal sealed class ConfigurationFileCheck() : LocalCheck(
    "configuration", new Message("The configuration can be read", "配置可以读取"), isReadiness: true)
{
    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        if (scene.ConfigurationProblem is not { } problem)
        {
            yield break;
        }

        var backups = new ConfigurationBackups(scene.Home, scene.Clock);
        var newest = backups.List().Count > 0 ? backups.List()[0] : null;
        yield return new Finding(
            "configuration.invalid",
            Severity.Critical,
            problem,
            newest is null ? $"$EDITOR {scene.Home.ConfigurationFile}" : $"middeck env restore {newest.Name}")
        {
            Repair = RepairFor(scene, backups, newest),
        };
    }

    private static Repair? RepairFor(CheckScene scene, ConfigurationBackups backups, ConfigurationBackup? newest)
    {
        if (newest is not null)
        {
            return Repair.Of(
                new Message(
                    $"Put the configuration of {newest.Name} back? The present one is kept as a backup.",
                    $"恢复 {newest.Name} 的配置？当前配置会另存为备份。"),
                () => backups.Restore(newest));
        }

        var file = scene.Home.ConfigurationFile;
        return !File.Exists(file) || !scene.ConfigurationProblem!.English.StartsWith(Path.GetFileName(file), StringComparison.Ordinal)
            ? null
            : Repair.Of(
                new Message(
                    $"Set {file} aside as {Path.GetFileName(file)}.broken and go on with the defaults?",
                    $"将 {file} 改名为 {Path.GetFileName(file)}.broken 并使用默认配置？"),
                () => File.Move(file, $"{file}.broken", overwrite: true));
    }
}
