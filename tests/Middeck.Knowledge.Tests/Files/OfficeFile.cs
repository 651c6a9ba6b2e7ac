using System.Diagnostics;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>Files of the older and the open formats, as LibreOffice saves them.</summary>
internal static class OfficeFile
{
    /// <param name="extension">The wanted format, such as <c>xls</c>.</param>
    /// <param name="content">A file of another format.</param>
    /// <param name="from">That format.</param>
    public static byte[] As(string extension, byte[] content, string from)
    {
        var folder = Directory.CreateTempSubdirectory("middeck-office-");
        try
        {
            var source = Path.Combine(folder.FullName, $"file.{from}");
            File.WriteAllBytes(source, content);
            string[] arguments =
            [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", extension,
                "--outdir", folder.FullName, source,
            ];
            using var process = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return File.ReadAllBytes(Path.ChangeExtension(source, extension));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
