namespace Middeck.Knowledge.Transfer;

/// <summary>Gives files of one folder names of their own: <c>plan.pdf</c>, <c>plan (2).pdf</c>.</summary>
internal sealed class UniqueNames
{
    // Two names that differ in case alone are one on many a disk.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string name)
    {
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
        }

        return unique;
    }
}
