using Microsoft.Extensions.Options;

namespace Middeck.Identity.Bootstrap;

/// <summary>The file with the generated first password, for the person who installs. Deleted when that password is changed.</summary>
internal sealed class InitialPasswordFile(IOptions<IdentityOptions> options)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path => options.Value.InitialPasswordFile;

    public async Task WriteAsync(string password, CancellationToken cancellationToken)
    {
        if (System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // Made anew: an older file could have other rights.
        File.Delete(Path);
        await using var file = new FileStream(Path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        });
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync(password.AsMemory(), cancellationToken);
    }

    public void Delete()
    {
        if (Path.Length > 0)
        {
            File.Delete(Path);
        }
    }
}
