using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Storage;
using Middeck.Storage.Objects;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>The platform's own object store in a folder of the test.</summary>
internal static class FolderObjects
{
    public static void AddFolderObjects(this IServiceCollection services, string folder)
        => services.AddSingleton(_ =>
        {
            var storage = new ServiceCollection();
            storage.AddLogging();
            storage.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
            storage.AddStorage();
            storage.Configure<ObjectStoreOptions>(options => options.Path = folder);
            return storage.BuildServiceProvider().GetRequiredService<IObjectStore>();
        });
}
