#include "sim/record/zip_file.hpp"

#include <zip.h>

#include <cstdio>
#include <deque>

namespace districtsim {

struct ZipFile::Archive {
  zip_source_t* bytes = nullptr;  ///< the archive itself, in memory
  zip_t* zip = nullptr;
  std::deque<std::string> texts = {};  ///< of the entries; libzip reads them when the archive is closed
  zip_uint16_t time = 0;
  zip_uint16_t date = (1U << 5U) | 1U;  ///< the first of 1980

  Archive() {
    zip_error_t error;
    zip_error_init(&error);
    bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (bytes == nullptr) throw std::bad_alloc();
    zip_source_keep(bytes);
    zip = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
    if (zip == nullptr) throw std::bad_alloc();
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
    zip_source_free(bytes);
  }

  /// As MS-DOS keeps them: years from 1980, two seconds a step, no time zone.
  void set_date(const std::string& text) {
    unsigned year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    const int read =
        std::sscanf(text.c_str(), "%4u-%2u-%2uT%2u:%2u:%2uZ", &year, &month, &day, &hour, &minute, &second);
    if (read != 6 || year < 1980 || year > 2107) return;
    date = static_cast<zip_uint16_t>((year - 1980U) << 9U | month << 5U | day);
    time = static_cast<zip_uint16_t>(hour << 11U | minute << 5U | second / 2U);
  }
};

ZipFile::ZipFile(const std::filesystem::path& path, const std::string& date)
    : file_(path), archive_(std::make_unique<Archive>()) {
  archive_->set_date(date);
}

ZipFile::~ZipFile() = default;

void ZipFile::add(const std::string& name, const std::string& text, ZipMode mode) {
  zip_t* zip = archive_->zip;
  const std::string& kept = archive_->texts.emplace_back(text);
  zip_source_t* source = zip_source_buffer(zip, kept.data(), kept.size(), 0);
  if (source == nullptr) throw file_.failure(zip_strerror(zip));
  const zip_int64_t number = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (number < 0) {
    zip_source_free(source);
    throw file_.failure(name + ": " + zip_strerror(zip));
  }
  const auto index = static_cast<zip_uint64_t>(number);
  constexpr zip_uint32_t plain = 0100644;
  constexpr zip_uint32_t executable = 0100755;
  const zip_uint32_t rights = (mode == ZipMode::executable ? executable : plain) << 16U;
  if (zip_file_set_dostime(zip, index, archive_->time, archive_->date, 0) != 0 ||
      zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, rights) != 0) {
    throw file_.failure(name + ": " + zip_strerror(zip));
  }
}

void ZipFile::publish() {
  if (zip_close(archive_->zip) != 0) throw file_.failure(zip_strerror(archive_->zip));
  archive_->zip = nullptr;
  if (zip_source_open(archive_->bytes) != 0) throw file_.failure("the archive cannot be read");
  std::string block(1U << 20U, '\0');
  for (;;) {
    const zip_int64_t got = zip_source_read(archive_->bytes, block.data(), block.size());
    if (got < 0) throw file_.failure("the archive cannot be read");
    if (got == 0) break;
    file_.append(block.substr(0, static_cast<std::size_t>(got)));
  }
  zip_source_close(archive_->bytes);
  file_.publish();
}

}  // namespace districtsim
