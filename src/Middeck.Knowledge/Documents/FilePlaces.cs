using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>Takes the path that a file had in the folder it came from apart: <c>2026/plans/a.pdf</c> lies in <c>2026/plans</c>.</summary>
internal static class FilePlaces
{
    private const int MaxLength = 1000;

    /// <summary>The folder of a path, cleaned part by part; <c>..</c> and <c>.</c> lead nowhere.</summary>
    /// <exception cref="FaultException"><c>knowledge.path_too_long</c>.</exception>
    public static string FolderOf(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return "";
        }

        var parts = path.Replace('\\', '/').Split('/');
        var folder = string.Join('/', parts[..^1].Select(FileNames.Clean).Where(static part => part.Length > 0));
        return folder.Length <= MaxLength
            ? folder
            : throw new FaultException(Fault.Invalid(
                "knowledge.path_too_long",
                $"The path of the file's folder is longer than {MaxLength} characters. Shorten it.",
                "relative_path"));
    }
}
