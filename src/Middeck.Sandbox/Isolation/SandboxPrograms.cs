namespace Middeck.Sandbox.Isolation;

/// <summary>Where programs are.</summary>
/// <param name="folders">The folders to look in; null for the usual ones.</param>
internal sealed class SandboxPrograms(IReadOnlyList<string>? folders = null)
{
    private static readonly string[] _usual = ["/usr/bin", "/usr/local/bin", "/bin"];

    /// <summary>The path of a program; null when it is not installed.</summary>
    public string? Find(string name)
        => (folders ?? _usual).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
