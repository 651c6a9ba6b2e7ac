using System.Text;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>
/// Remembers that we started something of another manager's, and how it is stopped: <c>run/NAME.started</c>, a word a line. What was
/// running already is not ours to stop.
/// </summary>
internal static class StartedFile
{
    public static void Write(MiddeckHome home, string service, IReadOnlyList<string> stop)
        => PrivateFile.Write(PathOf(home, service), Encoding.UTF8.GetBytes(string.Join('\n', stop)));

    /// <summary>How it is stopped; null when it was not started by us.</summary>
    public static IReadOnlyList<string>? Read(MiddeckHome home, string service)
        => File.Exists(PathOf(home, service)) ? File.ReadAllText(PathOf(home, service)).Split('\n') : null;

    public static void Delete(MiddeckHome home, string service) => File.Delete(PathOf(home, service));

    public static IReadOnlyList<string> Names(MiddeckHome home)
        => Directory.Exists(home.Run)
            ? [.. Directory.EnumerateFiles(home.Run, "*.started").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)]
            : [];

    private static string PathOf(MiddeckHome home, string service) => home.RunFile($"{service}.started");
}
