//===- crate/alloc.hpp - Memory from the artifact's allocator, for C++ ----===//
//
// C++17 and later, with or without exceptions. Header only, over <crate/alloc.h>,
// whose contract holds here too: running out of memory aborts, nothing returns null.
// A crate that uses it says EXTERN_CRATE("alloc").
//
//   crate::Box<T>, crate::make_box<T>(...)   one T, owned
//   crate::Allocator<T>                      for the containers of the standard library
//   crate::memory_resource()                 for std::pmr
//
// Everything here has hidden visibility, and with it every template instantiated over
// it. Two libraries in one process may have two allocators (design section 10), and
// the dynamic linker would otherwise merge their instantiations into one, which frees
// with the allocator of whoever was loaded first. (gcc then warns about a class of default
// visibility with a member from here: such a class is a matter of one artifact too, and
// -fvisibility=hidden or -Wno-attributes says so. clang, which cratec uses, does not warn.)
//
//===----------------------------------------------------------------------===//

#ifndef CRATE_ALLOC_HPP
#define CRATE_ALLOC_HPP

#include <crate/alloc.h>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <memory_resource>
#include <new>
#include <type_traits>
#include <utility>

namespace crate __attribute__((visibility("hidden"))) {

  // The greatest alignment the allocator ABI promises (design section 4).
  inline constexpr std::size_t MaxAlign = 4096;

  // Owns one T on the heap, or nothing (moved from, released). Moves, does not copy.
  // T is complete and not an array; a Box<Base> does not take a Box<Derived>, since
  // the size at the end must be that of the beginning.
  template <class T> class Box {
    static_assert(std::is_object_v<T> && !std::is_array_v<T>, "crate::Box holds one object");
    static_assert(alignof(T) <= MaxAlign, "the allocator ABI ends at page alignment");

  public:
    Box() noexcept = default;

    // Takes over `raw`: null, or what release() of a Box<T> of this artifact gave.
    static Box from_raw(T *raw) noexcept {
      Box box;
      box.Object = raw;
      return box;
    }

    Box(Box &&other) noexcept : Object(other.release()) {}
    Box &operator=(Box &&other) noexcept {
      if (this != &other)
        reset(other.release());
      return *this;
    }
    Box(const Box &) = delete;
    Box &operator=(const Box &) = delete;
    ~Box() { reset(nullptr); }

    T *get() const noexcept { return Object; }
    T &operator*() const noexcept { return *Object; }
    T *operator->() const noexcept { return Object; }
    explicit operator bool() const noexcept { return Object != nullptr; }

    // Gives the object up: the caller now destroys it, or hands it to from_raw().
    [[nodiscard]] T *release() noexcept { return std::exchange(Object, nullptr); }

    void swap(Box &other) noexcept { std::swap(Object, other.Object); }
    friend void swap(Box &left, Box &right) noexcept { left.swap(right); }

  private:
    void reset(T *next) noexcept {
      // The new one is in place before the old one's destructor runs: that may look here.
      T *old = std::exchange(Object, next);
      if (!old)
        return;
      std::destroy_at(old);
      crate_deallocate(const_cast<std::remove_cv_t<T> *>(old), sizeof(T), alignof(T));
    }

    T *Object = nullptr;
  };

  // A new T(arguments...). When its constructor throws, the memory is given back and the
  // exception goes on.
  template <class T, class... Arguments> [[nodiscard]] Box<T> make_box(Arguments && ...arguments) {
    static_assert(alignof(T) <= MaxAlign, "the allocator ABI ends at page alignment");
    struct Memory {
      void *Block = crate_allocate(sizeof(T), alignof(T));
      ~Memory() {
        if (Block)
          crate_deallocate(Block, sizeof(T), alignof(T));
      }
    } memory;
    T *object = ::new (memory.Block) T(std::forward<Arguments>(arguments)...);
    memory.Block = nullptr;
    return Box<T>::from_raw(object);
  }

  // An allocator in the sense of the standard library: std::vector<int, crate::Allocator<int>>.
  // It has no state, so any of them frees what another allocated.
  template <class T> class Allocator {
  public:
    using value_type = T;
    using is_always_equal = std::true_type;
    using propagate_on_container_move_assignment = std::true_type;

    Allocator() noexcept = default;
    template <class U> Allocator(const Allocator<U> &) noexcept {}

    // Throws std::bad_array_new_length when the size in bytes does not fit std::size_t
    // (aborts where exceptions are off).
    [[nodiscard]] T *allocate(std::size_t count) {
      static_assert(alignof(T) <= MaxAlign, "the allocator ABI ends at page alignment");
      if (count > SIZE_MAX / sizeof(T))
        size_overflows();
      return static_cast<T *>(crate_allocate(count * sizeof(T), alignof(T)));
    }

    void deallocate(T *block, std::size_t count) noexcept {
      crate_deallocate(block, count * sizeof(T), alignof(T));
    }

    template <class U> bool operator==(const Allocator<U> &) const noexcept { return true; }
    template <class U> bool operator!=(const Allocator<U> &) const noexcept { return false; }

  private:
    [[noreturn]] static void size_overflows() {
#ifdef __cpp_exceptions
      throw std::bad_array_new_length();
#else
      std::abort();
#endif
    }
  };

  namespace detail {
  class MemoryResource final : public std::pmr::memory_resource {
    void *do_allocate(std::size_t size, std::size_t align) override {
      return crate_allocate(size, align);
    }
    void do_deallocate(void *block, std::size_t size, std::size_t align) override {
      crate_deallocate(block, size, align);
    }
    // Identity: another artifact's resource may stand for another allocator.
    bool do_is_equal(const std::pmr::memory_resource &other) const noexcept override {
      return this == &other;
    }
  };
  } // namespace detail

  // The artifact's allocator for std::pmr. The same pointer each time, valid until the
  // process ends (the object is never destroyed: static destructors may still free).
  inline std::pmr::memory_resource *memory_resource() noexcept {
    alignas(detail::MemoryResource) static unsigned char storage[sizeof(detail::MemoryResource)];
    static std::pmr::memory_resource *const resource = ::new (storage) detail::MemoryResource;
    return resource;
  }

} // namespace crate

#endif
