using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs;

namespace Middeck.Studio.Files;

internal static class FileRegistration
{
    // Until then a person may still be writing the question.
    private static readonly TimeSpan Unused = TimeSpan.FromDays(1);

    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileKinds>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<FileLinks>();
        services.AddSingleton<FileSending>();
        services.AddSingleton<FileTexts>();
        services.AddSingleton<RemoteFiles>();
        services.AddSingleton<GivenFiles>();
        services.AddSingleton<Attachments>();
        services.AddRetention("studio.file", (provider, batch, cancellationToken) =>
            provider.GetRequiredService<FileStore>().TrimAsync(
                provider.GetRequiredService<TimeProvider>().GetUtcNow() - Unused, batch, cancellationToken));
    }
}
