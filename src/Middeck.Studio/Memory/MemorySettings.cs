using Middeck.Studio.Configuration;

namespace Middeck.Studio.Memory;

/// <summary>
/// What an app remembers: <code>"middeck": {"memory": {"turns": 6, "summary": true, "facts": true}}</code>
/// Summaries and facts are written by the app's model. The built-in model writes nothing of its own, so with it there are none.
/// </summary>
/// <param name="Turns">How many earlier turns a model is shown; null for the installation's setting.</param>
/// <param name="Summary">Whether what came before those is kept as a summary.</param>
/// <param name="Facts">Whether what is learned of a person is kept beyond the conversation.</param>
internal sealed record MemorySettings(int? Turns, bool Summary, bool Facts)
{
    private const int MostTurns = 100;

    public static MemorySettings Read(AppConfig config)
    {
        var memory = config.Section("middeck").Member("memory");
        return new MemorySettings(
            memory.Member("turns").WholeNumber() is >= 0 and <= MostTurns and var turns ? turns : null,
            memory.Member("summary").Flag() ?? false,
            memory.Member("facts").Flag() ?? false);
    }

    public static void Check(FieldCheck root)
    {
        var memory = root.Member("middeck").Object().Member("memory").Object();
        memory.Member("turns").WholeNumber(0, MostTurns);
        memory.Member("summary").Flag();
        memory.Member("facts").Flag();
    }
}
