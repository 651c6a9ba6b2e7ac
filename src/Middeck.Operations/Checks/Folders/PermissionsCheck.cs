using System.Globalization;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Folders;

/// <summary>Whether others on the machine can read secrets: keys, passwords, backups of the configuration.</summary>
internal sealed class PermissionsCheck() : LocalCheck(
    "permissions", new Message("Secret files are closed to others", "机密文件对他人关闭"), isReadiness: true)
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        foreach (var path in Secrets(scene.Home))
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & Others) != 0)
            {
                yield return Open(path, mode);
            }
        }

        if (File.Exists(scene.Home.InitialPasswordFile))
        {
            yield return new Finding(
                "permissions.initial_password",
                scene.IsProduction ? Severity.Warning : Severity.Info,
                new Message(
                    $"The first administrator's generated password still lies in {scene.Home.InitialPasswordFile}; it goes away when it is changed.",
                    $"首个管理员的初始密码仍保存在 {scene.Home.InitialPasswordFile}，修改密码后会自动删除。"),
                "middeck user reset-password admin@middeck.local");
        }
    }

    private static Finding Open(string path, UnixFileMode mode)
    {
        var wanted = mode & ~Others;
        return new Finding(
            "permissions.too_open",
            Severity.Critical,
            new Message(
                $"{path} holds secrets and has mode {Octal(mode)}: others on this machine can get at them.",
                $"{path} 含有机密信息，但权限为 {Octal(mode)}，本机其他用户可以访问。"),
            $"chmod {Octal(wanted)} {path}")
        {
            Repair = Repair.Of(
                new Message($"Close {path} to others (mode {Octal(wanted)})?", $"将 {path} 的权限改为 {Octal(wanted)}？"),
                () => File.SetUnixFileMode(path, wanted)),
        };
    }

    private static IEnumerable<string> Secrets(MiddeckHome home)
    {
        string[] folders = [home.Keys, Path.Combine(home.Backups, "configuration")];
        var files = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder));
        string[] single = [home.InitialPasswordFile, home.RunFile("pg.json")];
        return folders.Where(Directory.Exists)
            .Concat(files)
            .Concat(single.Where(File.Exists))
            .Concat(HoldsSecrets(home.ConfigurationFile) ? [home.ConfigurationFile] : []);
    }

    private static bool HoldsSecrets(string file)
    {
        try
        {
            return File.Exists(file) && YamlReader.Read(file).Any(
                entry => entry.Value is { Length: > 0 } value && SecretNames.Mask(entry.Spelling, value) != value);
        }
        catch (RefusedException)
        {
            // Nobody can tell what a file holds that cannot be read: better closed.
            return true;
        }
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0').ToString(CultureInfo.InvariantCulture);
}
