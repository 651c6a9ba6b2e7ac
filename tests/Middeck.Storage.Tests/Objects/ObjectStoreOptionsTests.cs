using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Storage.Objects;

namespace Middeck.Storage.Tests.Objects;

public sealed class ObjectStoreOptionsTests
{
    [Theory]
    [InlineData("objects:Kind", "files", "objects.path must name a folder")]
    [InlineData("objects:Kind", "s3", "objects.bucket must name a bucket")]
    [InlineData("objects:AccessKey", "key", "objects.access_key and objects.secret_key must be given together")]
    [InlineData("objects:Endpoint", "minio", "objects.endpoint must be an absolute URL")]
    public void A_store_that_cannot_work_stops_the_start(string key, string value, string sentence)
    {
        using var services = Services((key, value));

        var refusal = Assert.Throws<OptionsValidationException>(
            () => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kind_decides_which_store_is_used()
    {
        using var files = Services(("objects:Path", "/tmp/objects"));
        using var s3 = Services(
            ("objects:Kind", "s3"), ("objects:Bucket", "b"), ("objects:AccessKey", "key"), ("objects:SecretKey", "secret"));

        Assert.IsType<FileObjectStore>(files.GetRequiredService<IObjectStore>());
        Assert.IsType<S3ObjectStore>(s3.GetRequiredService<IObjectStore>());
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddStorage().BuildServiceProvider();
    }
}
