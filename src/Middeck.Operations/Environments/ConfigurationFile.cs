using System.Text;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Operations.Environments;

/// <summary>Changes <c>middeck.yaml</c> so that it is at every moment either as before or as wanted, and nothing else in it changes.</summary>
public static class ConfigurationFile
{
    /// <summary>The text of a file; empty when there is none.</summary>
    public static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    /// <summary>The text after the changes.</summary>
    /// <exception cref="RefusedException">The text is not written so that single lines can be changed.</exception>
    public static string After(string text, IReadOnlyList<SettingChange> changes)
    {
        var lines = new YamlLines(text);
        foreach (var change in changes)
        {
            lines.Apply(change);
        }

        return lines.ToString();
    }

    /// <summary>Writes a text in the place of a file, for its owner only: beside it, flushed, and renamed.</summary>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            PrivateFile.Write(path, Encoding.UTF8.GetBytes(text));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                DiskSpace.IsFull(ex) ? ExitCode.DiskFull : ExitCode.HomeNotWritable, NotWritten(path, ex.Message), ex);
        }
    }

    /// <summary>Changes a file.</summary>
    /// <exception cref="RefusedException">It cannot be changed line by line, or not be written.</exception>
    public static void Change(string path, IReadOnlyList<SettingChange> changes)
    {
        var before = Read(path);
        var after = After(before, changes);
        Require(path, before, after, changes);
        Write(path, after);
    }

    /// <summary>Holds the text after against the one before: what was not to be changed must not have changed.</summary>
    internal static void Require(string path, string before, string after, IReadOnlyList<SettingChange> changes)
    {
        var touched = changes.Select(change => $"{ConfigurationEntry.Normalize(change.Section)}:{ConfigurationEntry.Normalize(change.Key)}").ToList();
        bool IsOther(ConfigurationEntry entry) => !touched.Exists(
            key => entry.Key == key || entry.Key.StartsWith($"{key}:", StringComparison.Ordinal));

        var old = YamlReader.Parse(before, path).Where(IsOther).Select(entry => (entry.Key, entry.Value));
        var now = YamlReader.Parse(after, path).Where(IsOther).Select(entry => (entry.Key, entry.Value));
        if (!old.SequenceEqual(now))
        {
            throw new RefusedException(ExitCode.Configuration, NotByLine(path));
        }
    }

    private static Message NotByLine(string path) => new(
        $"{path} is written in a way in which single values cannot be changed safely. Change it by hand; nothing was changed.",
        $"{path} 的写法无法安全地逐项修改，请手动修改。未做任何更改。");

    private static Message NotWritten(string path, string reason) => new(
        $"{path} cannot be written: {Message.Sentence(reason)} Nothing was changed.",
        $"无法写入 {path}：{Message.Quote(reason)}。未做任何更改。");
}
