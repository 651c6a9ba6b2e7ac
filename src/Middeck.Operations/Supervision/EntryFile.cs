using System.Text;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>
/// Remembers beside the pid file what a service of the catalogue was made from: <c>run/NAME.entry</c>. It also tells whoever comes later
/// that the pid file is of a service, of a catalogue that may be gone by then.
/// </summary>
internal static class EntryFile
{
    public static void Write(MiddeckHome home, IServiceRecipe recipe)
    {
        if (recipe.Fingerprint is { } fingerprint)
        {
            PrivateFile.Write(PathOf(home, recipe.Name), Encoding.ASCII.GetBytes(fingerprint));
        }
    }

    public static string? Read(MiddeckHome home, string service)
        => File.Exists(PathOf(home, service)) ? File.ReadAllText(PathOf(home, service)) : null;

    public static void Delete(MiddeckHome home, string service) => File.Delete(PathOf(home, service));

    /// <summary>The services of the catalogue that were started and not stopped, by whichever supervisor.</summary>
    public static IReadOnlyList<string> Names(MiddeckHome home)
        => Directory.Exists(home.Run)
            ? [.. Directory.EnumerateFiles(home.Run, "*.entry").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)]
            : [];

    private static string PathOf(MiddeckHome home, string service) => home.RunFile($"{service}.entry");
}
