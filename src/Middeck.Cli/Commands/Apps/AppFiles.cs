using Middeck.Operations;

namespace Middeck.Cli.Commands.Apps;

/// <summary>Reads the files that apps come from; <c>-</c> is the standard input.</summary>
internal static class AppFiles
{
    private const string StandardInput = "-";

    /// <exception cref="RefusedException">The file is not there or cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (path != StandardInput)
            {
                return await File.ReadAllBytesAsync(path, cancellationToken);
            }

            using var bytes = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(ExitCode.Usage, AppMessages.NoSuchFile(path, ex.Message), ex);
        }
    }

    /// <exception cref="RefusedException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(ExitCode.Usage, AppMessages.FileNotWritten(path, ex.Message), ex);
        }
    }
}
