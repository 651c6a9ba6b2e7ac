using Microsoft.Extensions.Options;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>Converts documents with LibreOffice, with a profile of its own for each run: two runs with one profile wait for each other.</summary>
internal sealed class LibreOffice(ReadingPrograms programs, IOptions<KnowledgeOptions> options)
{
    // The program reserves far more than it uses.
    private const long MemoryBytes = 8L * 1024 * 1024 * 1024;

    // No macros, and nothing that a document names is fetched from elsewhere.
    private const string Profile =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
            <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
          </item>
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
            <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
          </item>
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
            <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
          </item>
        </oor:items>
        """;

    /// <param name="content">At its beginning.</param>
    /// <param name="extension">What it is.</param>
    /// <param name="target">What it becomes: <c>docx</c>, <c>pptx</c> or <c>xlsx</c>.</param>
    /// <param name="folder">Where the result lies.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>The path of the result.</returns>
    /// <exception cref="FaultException">LibreOffice is missing, cannot read the file, or takes too long.</exception>
    public async Task<string> ConvertAsync(
        Stream content, string extension, string target, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var program = programs.Find("soffice") ?? throw Missing(extension, target);
        var source = folder.File("document." + extension);
        await using (var copy = File.Create(source))
        {
            await content.CopyToAsync(copy, cancellationToken);
        }

        Directory.CreateDirectory(folder.File("profile/user"));
        await File.WriteAllTextAsync(folder.File("profile/user/registrymodifications.xcu"), Profile, cancellationToken);
        string[] arguments =
        [
            "--headless", "--norestore", "--nolockcheck", $"-env:UserInstallation=file://{folder.File("profile")}",
            "--convert-to", target, "--outdir", folder.Path, source,
        ];
        var run = new ProgramRun(program, arguments, TimeSpan.FromSeconds(options.Value.ConversionTimeout), MemoryBytes)
        {
            Environment = new Dictionary<string, string>
            {
                ["HOME"] = folder.Path,
                ["TMPDIR"] = folder.Path,
                ["PATH"] = "/usr/bin:/bin",
                ["LANG"] = "C.UTF-8",
            },
        };
        var outcome = await programs.RunAsync(run, cancellationToken);
        var result = folder.File("document." + target);
        return outcome is ProgramOutcome.TimedOut
            ? throw KnowledgeFaults.Unreadable(
                "knowledge.conversion_timeout",
                $"Converting the .{extension} file took longer than {options.Value.ConversionTimeout} seconds and was given up. "
                + $"Save it as .{target} and upload that.")
            : File.Exists(result) ? result
            : throw KnowledgeFaults.Unreadable(
                "knowledge.file_damaged",
                $"The .{extension} file is damaged or password-protected: LibreOffice cannot open it. Save it as .{target} and upload that.");
    }

    private static FaultException Missing(string extension, string target)
    {
        var package = target switch
        {
            "pptx" => "libreoffice-impress-nogui",
            "xlsx" => "libreoffice-calc-nogui",
            _ => "libreoffice-writer-nogui",
        };
        return new FaultException(new Fault(
            FaultKind.Unavailable,
            "knowledge.libreoffice_missing",
            $".{extension} files are read with LibreOffice, which is not installed. Save the file as .{target} and upload that, "
            + $"or install LibreOffice by: apt-get install {package}"));
    }
}
